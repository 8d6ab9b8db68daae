import { CheckWords } from '@/components/ui/check-words';
import type { LoginRequest } from '@/lib/phone/login/login-steps';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { agentOf } from '@/lib/shared/helpdesk-contact';
import { t } from '@/lib/shared/language/t';

/** What a false helpdesk cannot say: the two words of a caller check. Nothing for other requests. */
export function AgentWords({ login: { request, gateway } }: { login: Pick<LoginRequest, 'request' | 'gateway'> }) {
  const { words, browser: agent } = request;
  if (words === '') return null;
  return (
    <section className="grid gap-2">
      <p>{t('Whoever you are talking to has to say these two words. If they can’t, they aren’t the helpdesk.')}</p>
      <CheckWords
        name={t(phoneAppNames.agentWords)}
        askedBy={agentOf(agent, gateway.helpdeskContact ?? null)}
        words={words}
      />
    </section>
  );
}

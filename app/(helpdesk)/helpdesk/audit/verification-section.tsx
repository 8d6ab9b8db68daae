import { actorWords } from '@/components/staff/audit/actor-words';
import { verdictWords } from '@/lib/audit/verdict-words';
import { VerificationPanel } from '@/components/staff/audit/verification-panel';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { allOf } from '@/lib/audit/audit-log';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

const ALWAYS = { from: new Date(0), to: new Date('9999-01-01') };

/** Verifies the log and shows the last verdict that staff of this domain asked for. */
export async function VerificationSection({ domain }: { domain: string }) {
  const { audit } = (await services()).audit;
  const verifications = { ...allOf(ALWAYS, domain), type: 'audit-log-verified' } as const;
  const [last] = await audit.list(verifications, { order: 'newest-first', after: null, limit: 1 });
  return (
    <section aria-labelledby="verification" className="print:hidden">
      <Card>
        <h2 id="verification" className="mb-1 text-xl font-semibold">
          {t('Verification')}
        </h2>
        <p className="mb-4 max-w-prose text-ink-soft">
          {t(
            'Each record carries a hash of the one before it. Verification reads the whole log again and names the first record that was changed or removed.',
          )}
        </p>
        <VerificationPanel />
        {last?.event.type === 'audit-log-verified' && (
          <p className="mt-4 text-sm text-ink-soft">
            <RichText
              message="Last verified {time} by {person}: {verdict}."
              values={{
                time: <Time at={last.at.toISOString()} form="relative" />,
                person: actorWords(last.event.actor),
                verdict: verdictWords(last.event.verdict),
              }}
            />
          </p>
        )}
      </Card>
    </section>
  );
}

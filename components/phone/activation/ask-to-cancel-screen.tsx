import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';

type Reason = Extract<ActivationFlow, { state: 'asking-to-cancel' }>['because'];

const WORDS = {
  wanted: {
    title: 'Cancel the activation?',
    lead: 'Nothing will be saved on this phone. To activate it later, you need a new image from the website.',
  },
  'link-followed': {
    title: 'Cancel this activation?',
    lead: 'You opened a link to another activation while this one is in progress. You can do only one at a time.',
  },
} as const satisfies Record<Reason, { title: Message; lead: Message }>;

export function AskToCancelScreen({
  because,
  onConfirm,
  onDecline,
}: {
  because: Reason;
  onConfirm: () => void;
  onDecline: () => void;
}) {
  const { title, lead } = WORDS[because];
  return (
    <PhoneScreen
      title={t(title)}
      lead={t(lead)}
      back={onDecline}
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {t(phoneAppNames.cancelActivation)}
          </Button>
          <Button onClick={onDecline}>{t(phoneAppNames.keepGoing)}</Button>
        </>
      }
    />
  );
}

import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';

type Reason = Extract<ActivationFlow, { state: 'asking-to-cancel' }>['because'];

const WORDS: Record<Reason, { title: string; lead: string }> = {
  wanted: {
    title: 'Cancel the activation?',
    lead: 'Nothing will be saved on this phone. To activate it later, you need a new image from the website.',
  },
  'link-followed': {
    title: 'Cancel this activation?',
    lead: 'You opened a link to another activation while this one is in progress. You can do only one at a time.',
  },
};

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
      title={title}
      lead={lead}
      back={onDecline}
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {phoneAppNames.cancelActivation}
          </Button>
          <Button onClick={onDecline}>{phoneAppNames.keepGoing}</Button>
        </>
      }
    />
  );
}

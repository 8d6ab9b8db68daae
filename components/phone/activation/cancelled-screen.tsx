import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/button';
import { PhoneScreen } from '../phone-screen';

type Withdrawal = Extract<ActivationFlow, { state: 'cancelled' }>['withdrawal'];

const WORDS: Record<Withdrawal, string> = {
  'not-needed':
    'Nothing was sent, and nothing was kept on this phone. The image on the website still works until its time is over or you cancel it there.',
  asked: 'Nothing was kept on this phone. Telling the website…',
  done: 'Nothing was kept on this phone, and the website has ended the activation.',
  'not-heard':
    'Nothing was kept on this phone, but the website could not be told. Cancel the activation there, or it ends by itself in a few minutes.',
  'may-have-worked':
    'Nothing was kept on this phone, but the last step may have reached the website. If it lists this phone under “Your devices”, remove it there.',
};

export function CancelledScreen({
  withdrawal,
  hasLink,
  onClose,
}: {
  withdrawal: Withdrawal;
  /** Whether a followed link starts another activation next. */
  hasLink: boolean;
  onClose: () => void;
}) {
  return (
    <PhoneScreen
      title="Activation cancelled"
      lead={<p role="status">{WORDS[withdrawal]}</p>}
      back={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {hasLink ? 'Go on with the other one' : 'Done'}
        </Button>
      }
    />
  );
}

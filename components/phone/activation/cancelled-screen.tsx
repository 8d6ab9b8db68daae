import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';

type Withdrawal = Extract<ActivationFlow, { state: 'cancelled' }>['withdrawal'];

const WORDS = {
  'not-needed': 'Nothing was sent or saved. The image on the website works until it expires or you cancel it there.',
  asked: 'Nothing was saved on this phone. Telling the website…',
  done: 'Nothing was saved on this phone, and the website has ended the activation.',
  'not-heard':
    'Nothing was saved on this phone, but we couldn’t tell the website. Cancel the activation there, or it expires in a few minutes.',
  'may-have-worked':
    'Nothing was saved on this phone, but the last step may have reached the website. If this phone is listed under “Your devices”, remove it there.',
} as const satisfies Record<Withdrawal, Message>;

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
      title={t('Activation cancelled')}
      lead={<p role="status">{t(WORDS[withdrawal])}</p>}
      back={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {hasLink ? t(phoneAppNames.continueWithOther) : t(phoneAppNames.done)}
        </Button>
      }
    />
  );
}

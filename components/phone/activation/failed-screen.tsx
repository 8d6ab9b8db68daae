import type { FlowFailure } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { FAILURE_WORDS } from './failure-words';
import { FailureMark } from '../failure-mark';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/language/t';

export function FailedScreen({
  failure,
  onStartOver,
  onClose,
}: {
  failure: FlowFailure;
  onStartOver: () => void;
  onClose: () => void;
}) {
  const { title, text } = FAILURE_WORDS[failure];
  return (
    <PhoneScreen
      title={t(title)}
      lead={t(text)}
      back={onClose}
      actions={
        <>
          <Button variant="primary" onClick={onStartOver}>
            {t(phoneAppNames.startOver)}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t(phoneAppNames.close)}
          </Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

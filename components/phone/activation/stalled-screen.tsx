import type { GatewayFailureCode } from '@/lib/phone/gateway-failure';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { FAILURE_WORDS } from './failure-words';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';

/** The website did not answer. The activation's state stays in memory. */
export function StalledScreen({
  failure,
  onTryAgain,
  onStartOver,
  onCancel,
}: {
  failure: GatewayFailureCode;
  onTryAgain: () => void;
  onStartOver: () => void;
  onCancel: () => void;
}) {
  const { title, text } = FAILURE_WORDS[failure];
  return (
    <PhoneScreen
      title={t(title)}
      lead={`${t(text)} ${t('You can continue from where you were.')}`}
      leave={{ name: 'cancel', onPress: onCancel }}
      actions={
        <>
          <Button variant="primary" onClick={onTryAgain}>
            {t(phoneAppNames.tryAgain)}
          </Button>
          <Button onClick={onStartOver}>{t(phoneAppNames.startOver)}</Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

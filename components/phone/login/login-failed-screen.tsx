import type { LoginPurpose } from '@/lib/crypto/messages/login-request-message';
import type { LoginFailure } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { loginFailureWords } from './login-failure-words';
import { FailureMark } from '../failure-mark';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/language/t';

export function LoginFailedScreen({
  failure,
  purpose,
  way,
  onScanAgain,
  onClose,
}: {
  failure: LoginFailure;
  /** Null when the request was not read. */
  purpose: LoginPurpose | null;
  way: LoginSource['way'];
  onScanAgain: () => void;
  onClose: () => void;
}) {
  const { title, text } = loginFailureWords(failure, way, purpose);
  return (
    <PhoneScreen
      title={title}
      lead={text}
      back={onClose}
      actions={
        way === 'scan' ? (
          <>
            <Button variant="primary" onClick={onScanAgain}>
              {t(phoneAppNames.scanAgain)}
            </Button>
            <Button variant="quiet" onClick={onClose}>
              {t(phoneAppNames.close)}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t(phoneAppNames.close)}
          </Button>
        )
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

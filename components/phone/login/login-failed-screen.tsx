import type { LoginPurpose } from '@/lib/crypto/messages/login-request-message';
import type { LoginFailure, LoginSource } from '@/lib/phone/login/login-flow';
import { Button } from '@/components/ui/button';
import { FailureMark } from '../activation/failure-mark';
import { loginFailureWords } from './login-failure-words';
import { PhoneScreen } from '../phone-screen';

export function LoginFailedScreen({
  failure,
  purpose,
  way,
  onScanAgain,
  onClose,
}: {
  failure: LoginFailure;
  /** Null when it is not known. */
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
              Scan again
            </Button>
            <Button variant="quiet" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        )
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

import type { LoginFailure } from '@/lib/authenticator-app/login-flow';
import { Button } from '@/components/ui/button';
import { FailureMark } from './failure-mark';
import { LOGIN_FAILURE_WORDS } from './login-failure-words';
import { PhoneScreen } from './phone-screen';

export function LoginFailedScreen({
  failure,
  onScanAgain,
  onClose,
}: {
  failure: LoginFailure;
  onScanAgain: () => void;
  onClose: () => void;
}) {
  const { title, text } = LOGIN_FAILURE_WORDS[failure];
  return (
    <PhoneScreen
      key="login-failed"
      title={title}
      lead={text}
      actions={
        <>
          <Button variant="primary" onClick={onScanAgain}>
            Scan again
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

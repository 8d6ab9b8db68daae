import type { LoginPurpose } from '@/lib/wire/crypto/messages/login-request-message';
import type { LoginFailure } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { loginFailureWords } from './login-failure-words';
import { FailureScreen } from '../failure-screen';
import { t } from '@/lib/shared/language/t';

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
  const again = way === 'scan' && { name: t(phoneAppNames.scanAgain), onPress: onScanAgain };
  return <FailureScreen title={title} lead={text} again={again} onClose={onClose} />;
}

import { useEffect } from 'react';
import { returnTo } from '@/lib/phone/login/drive-login';
import type { LoginRequest } from '@/lib/phone/login/login-steps';
import { RETURNED } from '@/lib/shared/codes/sign-in-here-link';
import { t } from '@/lib/shared/language/t';
import { PhoneScreen } from '../phone-screen';
import { inBackground } from '@/components/site/feedback/perform';

/** Where the sign-in page is opened again. */
export const SIGN_IN_PAGE = '/sign-in/phone';

/** Hands what the website was told yes with to the page that asked, in the same browser, which opens the session. */
export function ReturnToPage({ login }: { login: LoginRequest }) {
  useEffect(() => {
    async function go(): Promise<void> {
      const returned = await returnTo(login);
      window.location.replace(`${SIGN_IN_PAGE}#${RETURNED}${returned}`);
    }
    inBackground(go());
  }, [login]);
  return <PhoneScreen title={t('Signed in')} lead={t('One moment.')} />;
}

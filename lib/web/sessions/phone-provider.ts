import 'server-only';
import { finishPhoneSignIn } from '../../accounts/phone-sign-in/finish-phone-sign-in';
import type { PhoneSignInPorts } from '../../accounts/phone-sign-in/phone-sign-in-ports';
import type { Services } from '../../composition/compose';
import { findKnownBrowser, rememberBrowser } from './known-browser-cookie';
import { phoneSignInCookie } from './phone-sign-in-cookie';
import { requestOrigin } from '../actions/request-origin';
import { signInProvider } from './sign-in-provider';

/** Opens the session that a phone has approved. The browser sends nothing but its cookie: there is nothing to choose. */
export function phoneProvider(known: Services, phoneSignIn: PhoneSignInPorts) {
  return signInProvider({ id: 'phone', name: 'Phone', fields: [] }, known, async () => {
    const [secret, browser] = await Promise.all([phoneSignInCookie.read(), findKnownBrowser(known, null)]);
    const finished = await finishPhoneSignIn(phoneSignIn, secret, await requestOrigin(), browser);
    await phoneSignInCookie.clear();
    if (finished.ok) await rememberBrowser(known, finished.value.user);
    return finished;
  });
}

import 'server-only';
import { MAXIMUM_PASSWORD_LENGTH } from '../../accounts/sign-in/password-policy';
import { signIn } from '../../accounts/sign-in/sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '../../accounts/users/user';
import type { Services } from '../../composition/compose';
import { refuse } from '../../shared/result';
import { findKnownBrowser, rememberBrowser } from './known-browser-cookie';
import { requestOrigin } from '../actions/request-origin';
import { signInProvider } from './sign-in-provider';

/** Opens a session with a user ID and a password. */
export function passwordProvider(known: Services) {
  const way = { id: 'credentials', name: 'Password', fields: ['userId', 'password'] } as const;
  return signInProvider(way, known, async (typed) => {
    if (typed.userId.length > MAXIMUM_USER_ID_LENGTH || typed.password.length > MAXIMUM_PASSWORD_LENGTH)
      return refuse('invalid-credentials');
    const browser = await findKnownBrowser(known, typed.userId);
    const signedIn = await signIn(known.access, typed, await requestOrigin(), browser);
    if (signedIn.ok) await rememberBrowser(known, signedIn.value.user);
    return signedIn;
  });
}

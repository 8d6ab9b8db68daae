import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { UserKey } from '../../shared/identifiers/user-key';
import { services, type Services } from '../../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { OIDC, oidcProvider } from './oidc-provider';
import { enterByClaims, type ProviderStep } from './provider-answer';
import { endOwnSession } from './signed-in';
import { sessionCookies } from './session-cookie';
import { enterByInvitation } from '../../invitations/enter-by-invitation';
import { invitationCookie, phoneSignInCookie } from './browser-secret-cookie';
import { requestOrigin } from '../actions/request-trace';
import { signInProvider } from './sign-in-provider';
import { finishPasskeySignIn } from '../../accounts/passkeys/sign-in-with-passkey';
import { readPasskeyHolder } from './passkey-holder';
import { parseSessionId } from '../../accounts/sessions/session';
import { MAXIMUM_PASSWORD_LENGTH } from '../../accounts/sign-in/password-policy';
import { signIn } from '../../accounts/sign-in/sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '../../accounts/users/user';
import { refuse } from '../../shared/result';
import { findKnownBrowser, readKnownBrowser, rememberBrowser } from './known-browser-cookie';
import { finishPhoneSignIn } from '../../accounts/phone-sign-in/finish-phone-sign-in';
import type { PhoneSignInPorts } from '../../accounts/account-ports';

/**
 * The cookie contains only an encrypted session identifier. The database is asked with every request whether the
 * session is valid, so that signing out works everywhere at once.
 * @param step for a request that concerns the OpenID provider; null for any other
 */
export async function authOptions(step: ProviderStep | null): Promise<NextAuthOptions> {
  const known = await services();
  const { config, sessionSecret, identityProvider } = known;
  return {
    secret: sessionSecret,
    session: { strategy: 'jwt', maxAge: config.session.lifetimeMs / SECOND },
    cookies: sessionCookies(config.isHttps),
    useSecureCookies: config.isHttps,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      passwordProvider(known),
      invitationProvider(known),
      ...(known.accounts.passkeys.relyingParty ? [passkeyProvider(known)] : []),
      ...(known.phoneSignIn ? [phoneProvider(known, known.phoneSignIn)] : []),
      ...(identityProvider ? [oidcProvider(identityProvider, step?.metadata ?? null, config.session.lifetimeMs)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== OIDC) return true;
        return step !== null && enterByClaims(step, { ...profile }, user);
      },
      async jwt({ token, user }) {
        if (!user) return token;
        // A new session replaces the browser's previous one.
        await endOwnSession(parseSessionId(user.id));
        return { sub: user.id };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    // next-auth's own sign-out, besides the button of our pages.
    events: { signOut: () => endOwnSession() },
    // Errors of the provider's library carry its tokens, and are logged without them by `answerForProvider`.
    ...(step && {
      logger: {
        error(_code, said) {
          step.failure = said instanceof Error ? said : said.error;
        },
      },
    }),
  };
}

/** Opens the session of a browser that an invitation has let in. Its only input is its cookie. */
function invitationProvider(known: Services) {
  return signInProvider({ id: 'invitation', name: 'Invitation', fields: [] }, known, async () =>
    enterByInvitation(known.helpdesk, await invitationCookie.read(), await requestOrigin()),
  );
}

/** Opens a session with a user ID and a password. */
function passwordProvider(known: Services) {
  const way = { id: 'credentials', name: 'Password', fields: ['userId', 'password'] } as const;
  return signInProvider(way, known, async (typed) => {
    if (typed.userId.length > MAXIMUM_USER_ID_LENGTH || typed.password.length > MAXIMUM_PASSWORD_LENGTH)
      return refuse('invalid-credentials');
    const browser = await findKnownBrowser(known, typed.userId);
    const signedIn = await signIn(known.accounts, typed, await requestOrigin(), browser);
    if (signedIn.ok) await rememberBrowser(known, signedIn.value.user);
    return signedIn;
  });
}

/** Opens the session of a passkey's owner. Its input is the browser's answer to the challenge that its cookie names. */
function passkeyProvider(known: Services) {
  return signInProvider({ id: 'passkey', name: 'Passkey', fields: ['answer'] }, known, async ({ answer }) => {
    const [holder, knownBrowser] = await Promise.all([readPasskeyHolder(), readKnownBrowser(known)]);
    const isKnownTo = ({ userId }: UserKey) => knownBrowser(userId) !== null;
    const finished = await finishPasskeySignIn(known.accounts, answer, holder, await requestOrigin(), isKnownTo);
    if (finished.ok) await rememberBrowser(known, finished.value.user);
    return finished;
  });
}

/** Opens a session that a phone has approved. The browser's only input is its cookie. */
function phoneProvider(known: Services, phoneSignIn: PhoneSignInPorts) {
  return signInProvider({ id: 'phone', name: 'Phone', fields: [] }, known, async () => {
    const [secret, knownBrowser] = await Promise.all([phoneSignInCookie.read(), readKnownBrowser(known)]);
    const [browser, isKnownTo] = [knownBrowser(null), (user: UserKey) => knownBrowser(user.userId) !== null];
    const finished = await finishPhoneSignIn(phoneSignIn, secret, await requestOrigin(), browser, isKnownTo);
    await phoneSignInCookie.clear();
    if (finished.ok) await rememberBrowser(known, finished.value.user);
    return finished;
  });
}

import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { services, type Services } from '../../composition/compose';
import { SECOND } from '../../../shared/time/duration';
import { OIDC, oidcProvider } from './oidc-provider';
import { enterByClaims, type ProviderStep } from './provider-answer';
import { endOwnSession } from './signed-in';
import { sessionCookies } from './session-cookie';
import { confirmRegistration } from '../../../helpdesk/administration/self-registration/confirm-registration';
import { enterByInvitation } from '../../../helpdesk/invitations/enter-by-invitation';
import { invitationCookie, phoneSignInCookie, registrationCookie } from './browser-secret-cookie';
import { requestOrigin } from '../actions/request-trace';
import { signInProvider } from './sign-in-provider';
import { finishPasskeySignIn } from '../../../accounts/passkeys/sign-in-with-passkey';
import { readPasskeyHolder } from './passkey-holder';
import { parseSessionId } from '../../../accounts/sessions/session';
import { MAXIMUM_PASSWORD_LENGTH } from '../../../accounts/sign-in/password-policy';
import { signInWithOneTimePassword } from '../../../accounts/sign-in/sign-in-with-one-time-password';
import { forgetSentOneTimePassword, readSentOneTimePassword } from './sent-one-time-password-cookie';
import { signIn } from '../../../accounts/sign-in/sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '../../../accounts/users/user';
import { refuse } from '../../../shared/result';
import { findKnownBrowser, readKnownBrowser, rememberBrowser } from './known-browser-cookie';
import { finishPhoneSignIn } from '../../../accounts/phone-sign-in/finish-phone-sign-in';
import type { PhoneSignInPorts } from '../../../accounts/account-ports';

/**
 * The cookie contains only an encrypted session identifier. The database is asked with every request whether the
 * session is valid, so that signing out works everywhere at once.
 * @param step for a request that concerns the OpenID provider; null for any other
 */
export async function authOptions(step: ProviderStep | null): Promise<NextAuthOptions> {
  const app = await services();
  const { config, sessionSecret, identityProvider } = app;
  return {
    secret: sessionSecret,
    session: { strategy: 'jwt', maxAge: config.session.lifetimeMs / SECOND },
    cookies: sessionCookies(config.isHttps),
    useSecureCookies: config.isHttps,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      passwordProvider(app),
      invitationProvider(app),
      ...(app.accounts.passkeys.relyingParty ? [passkeyProvider(app)] : []),
      ...(app.accounts.virtualAuthenticator ? [oneTimePasswordProvider(app)] : []),
      ...(app.selfRegistration.selfRegistration ? [registrationProvider(app)] : []),
      ...(app.phoneSignIn ? [phoneProvider(app, app.phoneSignIn)] : []),
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
        error(_code, detail) {
          step.failure = detail instanceof Error ? detail : detail.error;
        },
      },
    }),
  };
}

/** Opens the session of a browser that an invitation has let in. Its only input is its cookie. */
function invitationProvider(app: Services) {
  return signInProvider({ id: 'invitation', name: 'Invitation', fields: [] }, app, async () =>
    enterByInvitation(app.helpdesk, await invitationCookie.read(), await requestOrigin()),
  );
}

/** Opens a session with a user ID and a password. */
function passwordProvider(app: Services) {
  const way = { id: 'credentials', name: 'Password', fields: ['userId', 'password'] } as const;
  return signInProvider(way, app, async (input) => {
    if (input.userId.length > MAXIMUM_USER_ID_LENGTH || input.password.length > MAXIMUM_PASSWORD_LENGTH)
      return refuse('invalid-credentials');
    const browser = await findKnownBrowser(app, input.userId);
    const signedIn = await signIn(app.accounts, input, await requestOrigin(), browser);
    if (signedIn.ok) await rememberBrowser(app, signedIn.value.user);
    return signedIn;
  });
}

/** Opens a session with the one-time password that the authentication server sent for this browser's request. */
function oneTimePasswordProvider(app: Services) {
  const way = { id: 'one-time-password', name: 'One-time password', fields: ['code'] } as const;
  return signInProvider(way, app, async ({ code }) => {
    const sent = await readSentOneTimePassword(app);
    const browser = sent && (await findKnownBrowser(app, sent.userId));
    const typed = code.slice(0, MAXIMUM_PASSWORD_LENGTH);
    const signedIn = await signInWithOneTimePassword(app.accounts, sent, typed, await requestOrigin(), browser);
    if (!signedIn.ok) return signedIn;
    await forgetSentOneTimePassword(app);
    await rememberBrowser(app, signedIn.value.user);
    return signedIn;
  });
}

/** Opens the session of somebody who has registered, with the code that was mailed for this browser's request. */
function registrationProvider(app: Services) {
  const way = { id: 'registration', name: 'Registration', fields: ['userId', 'code'] } as const;
  return signInProvider(way, app, async ({ userId, code }) => {
    const typed = { userId: userId.slice(0, MAXIMUM_USER_ID_LENGTH), code: code.slice(0, MAXIMUM_PASSWORD_LENGTH) };
    const holder = await registrationCookie.read();
    const signedIn = await confirmRegistration(app.selfRegistration, typed, holder, await requestOrigin());
    if (!signedIn.ok) return signedIn;
    await registrationCookie.clear();
    await rememberBrowser(app, signedIn.value.user);
    return signedIn;
  });
}

/** Opens the session of a passkey's owner. Its input is the browser's answer to the challenge that its cookie names. */
function passkeyProvider(app: Services) {
  return signInProvider({ id: 'passkey', name: 'Passkey', fields: ['answer'] }, app, async ({ answer }) => {
    const [holder, knownBrowser] = await Promise.all([readPasskeyHolder(), readKnownBrowser(app)]);
    const isKnownTo = ({ userId }: UserKey) => knownBrowser(userId) !== null;
    const finished = await finishPasskeySignIn(app.accounts, answer, holder, await requestOrigin(), isKnownTo);
    if (finished.ok) await rememberBrowser(app, finished.value.user);
    return finished;
  });
}

/**
 * Opens a session that a phone has approved. The browser's input is its cookie, and what the phone handed to it where
 * both are the same device.
 */
function phoneProvider(app: Services, phoneSignIn: PhoneSignInPorts) {
  return signInProvider({ id: 'phone', name: 'Phone', fields: ['returned'] }, app, async ({ returned }) => {
    const [secret, knownBrowser] = await Promise.all([phoneSignInCookie.read(), readKnownBrowser(app)]);
    const [browser, isKnownTo] = [knownBrowser(null), (user: UserKey) => knownBrowser(user.userId) !== null];
    const origin = await requestOrigin();
    const proof = /^[0-9a-f]{64}$/.test(returned) ? returned : null;
    const finished = await finishPhoneSignIn(phoneSignIn, secret, origin, browser, isKnownTo, proof);
    await phoneSignInCookie.clear();
    if (finished.ok) await rememberBrowser(app, finished.value.user);
    return finished;
  });
}

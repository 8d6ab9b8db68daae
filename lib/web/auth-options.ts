import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { MAXIMUM_PASSWORD_LENGTH } from '../access/password-policy';
import { signIn } from '../access/sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '../access/user';
import { services } from '../services';
import { SECOND } from '../shared/duration';
import { invitationProvider } from './invitation-provider';
import { orWhenGatewayFails } from './or-when-gateway-fails';
import { phoneProvider } from './phone-provider';
import { requestOrigin } from './request-origin';
import { sessionCookies } from './session-cookie';

/**
 * The cookie carries nothing but a session's identifier, encrypted; whether that session is still valid is asked of the
 * database with every request, so that signing out works everywhere at once.
 */
export async function authOptions(): Promise<NextAuthOptions> {
  const { config, sessionSecret, access, phoneSignIn, helpdesk, metrics } = await services();
  return {
    secret: sessionSecret,
    session: { strategy: 'jwt', maxAge: config.session.lifetimeMs / SECOND },
    cookies: sessionCookies(config.isHttps),
    useSecureCookies: config.isHttps,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { userId: {}, password: {} },
        async authorize(credentials) {
          const { userId = '', password = '' } = credentials ?? {};
          if (userId.length > MAXIMUM_USER_ID_LENGTH || password.length > MAXIMUM_PASSWORD_LENGTH) return null;
          const origin = await requestOrigin();
          const result = await orWhenGatewayFails(null, () => signIn(access, { userId, password }, origin));
          metrics.signIns.inc({ outcome: result?.ok ? 'succeeded' : (result?.refusal ?? 'gateway-failed') });
          // next-auth hands the message of a thrown error to the page, and answers null with one fixed code.
          if (!result) throw new Error('gateway-unreachable');
          if (result.ok) return { id: result.value.session.id };
          if (result.refusal === 'too-many-attempts') throw new Error('too-many-attempts');
          return null;
        },
      }),
      invitationProvider(helpdesk),
      ...(phoneSignIn ? [phoneProvider(phoneSignIn, metrics)] : []),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

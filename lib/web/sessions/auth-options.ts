import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { services } from '../../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { endOwnSession } from './end-own-session';
import { invitationProvider } from './invitation-provider';
import { passwordProvider } from './password-provider';
import { phoneProvider } from './phone-provider';
import { sessionCookies } from './session-cookie';

/**
 * The cookie carries nothing but a session's identifier, encrypted; whether that session is still valid is asked of the
 * database with every request, so that signing out works everywhere at once.
 */
export async function authOptions(): Promise<NextAuthOptions> {
  const known = await services();
  const { config, sessionSecret } = known;
  return {
    secret: sessionSecret,
    session: { strategy: 'jwt', maxAge: config.session.lifetimeMs / SECOND },
    cookies: sessionCookies(config.isHttps),
    useSecureCookies: config.isHttps,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      passwordProvider(known),
      invitationProvider(known),
      ...(known.phoneSignIn ? [phoneProvider(known, known.phoneSignIn)] : []),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        // Whatever opened the new session takes the place of the one that this browser had.
        await endOwnSession();
        return { sub: user.id };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    // The way out that next-auth brings along, beside the button of our pages.
    events: { signOut: endOwnSession },
  };
}

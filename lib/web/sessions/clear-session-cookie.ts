import 'server-only';
import { cookies } from 'next/headers';
import { services } from '../../composition/compose';
import { sessionCookies } from './session-cookie';

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookies((await services()).config.isHttps).sessionToken;
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

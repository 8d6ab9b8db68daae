import 'server-only';
import type { NextRequest } from 'next/server';
import { services } from '../../composition/compose';
import { sessionCookies } from './session-cookie';
import { NO_STORE, uncachedRefusal } from '../answers/uncached';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Refuses client errors that next-auth would report as server errors: credentials in an address, bodies that are not
 * forms, and malformed return addresses.
 * @param action first part of the path below `/api/auth/`
 */
export async function signInRefusal(request: NextRequest, action: string | undefined): Promise<Response | null> {
  if (action === 'callback' && request.method !== 'POST')
    return new Response(null, { status: 405, headers: { ...NO_STORE, allow: 'POST' } });
  const isForm = request.method === 'POST';
  // next-auth's script always declares JSON, even without a body.
  if (isForm && !(request.headers.get('content-type') ?? FORM).toLowerCase().startsWith(FORM))
    return uncachedRefusal(415);
  const inBody = isForm ? new URLSearchParams(await request.clone().text()).get('callbackUrl') : null;
  const { callbackUrl } = sessionCookies((await services()).config.isHttps);
  const returns = [
    inBody,
    request.nextUrl.searchParams.get('callbackUrl'),
    request.cookies.get(callbackUrl.name)?.value,
  ];
  return returns.every(isReadable) ? null : uncachedRefusal(400);
}

function isReadable(address: string | null | undefined): boolean {
  if (!address || address.startsWith('/')) return true;
  return /^https?:/.test(address) && URL.canParse(address);
}

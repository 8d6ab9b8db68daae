import 'server-only';
import type { NextRequest } from 'next/server';
import { services } from '../../composition/compose';
import { OIDC } from './oidc-provider';
import { sessionCookies } from './session-cookie';
import { NO_STORE, uncachedRefusal } from '../answers/uncached';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Refuses client errors that next-auth would report as server errors: credentials in an address, bodies that are not
 * forms, and malformed return addresses.
 * @param action first part of the path below `/api/auth/`
 * @param provider the second
 */
export async function signInRefusal(
  request: NextRequest,
  action: string | undefined,
  provider: string | undefined,
): Promise<Response | null> {
  // The OpenID provider sends people back by a link, everything else is posted by our pages.
  const method = provider === OIDC ? 'GET' : 'POST';
  if (action === 'callback' && request.method !== method)
    return new Response(null, { status: 405, headers: { ...NO_STORE, allow: method } });
  // next-auth passes an address's parameters on to the provider.
  const asksForMore = action === 'signin' && provider === OIDC && !/^(\?prompt=login)?$/.test(request.nextUrl.search);
  if (asksForMore && request.method === 'POST') return uncachedRefusal(400);
  const isForm = request.method === 'POST';
  // next-auth's script always declares JSON, even without a body.
  if (isForm && !(request.headers.get('content-type') ?? FORM).toLowerCase().startsWith(FORM))
    return uncachedRefusal(415);
  // All of them: next-auth takes the last.
  const inBody = isForm ? new URLSearchParams(await request.clone().text()).getAll('callbackUrl') : [];
  const { callbackUrl } = sessionCookies((await services()).config.isHttps);
  const returns = [
    ...inBody,
    ...request.nextUrl.searchParams.getAll('callbackUrl'),
    request.cookies.get(callbackUrl.name)?.value,
  ];
  return returns.every(isReadable) ? null : uncachedRefusal(400);
}

function isReadable(address: string | null | undefined): boolean {
  if (!address || address.startsWith('/')) return true;
  return /^https?:/.test(address) && URL.canParse(address);
}

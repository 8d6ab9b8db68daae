import type { NextRequest } from 'next/server';
import { GatewayError } from '@/lib/activation/gateway-error';
import { services } from '@/lib/server/composition/compose';
import { findUsers } from '@/lib/helpdesk/desk/find-users';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { checkRoutePermission } from '@/lib/server/web/sessions/signed-in';

const LIMIT = 8;

/** The first people that the search of the staff area finds, for its palette. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await checkRoutePermission('user:find');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { helpdesk } = await services();
  const input = request.nextUrl.searchParams.get('q') ?? '';
  try {
    const result = await findUsers(helpdesk, signedIn.user.domain, input, null);
    const users = result.ok ? result.value.users.slice(0, LIMIT) : [];
    return uncachedJson({ people: users.map(({ userId, displayName }) => ({ userId, displayName })) });
  } catch (error) {
    if (error instanceof GatewayError) return uncachedJson({ people: [] });
    throw error;
  }
}

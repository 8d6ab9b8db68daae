import type { NextRequest } from 'next/server';
import { parseActivationId } from '@/lib/activation/activation-id';
import { describeActivation } from '@/lib/activation/activation-status';
import { followActivation } from '@/lib/activation/follow-activation';
import { services } from '@/lib/services';
import { SECOND } from '@/lib/shared/duration';
import { checkRoutePermission } from '@/lib/web/signed-in';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

/** How long a question is held while nothing moves: below the 30 s after which proxies lose patience. */
const HOLD_MS = 25 * SECOND;

/** What a page is told to wait when this process holds as many as it may; half of it is left to chance. */
const COME_BACK_MS = 10 * SECOND;

type Context = { params: Promise<{ activationId: string }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseActivationId((await params).activationId);
  if (!id) return uncachedRefusal(404);
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);

  const { activation, changeFeed, waitingPages } = await services();
  const place = waitingPages.enter();
  const until = place ?? new AbortController();
  if (!place) until.abort();
  const leave = () => until.abort();
  request.signal.addEventListener('abort', leave);
  const timer = setTimeout(leave, HOLD_MS);
  try {
    const known = await followActivation(
      { store: activation.store, changeFeed },
      signedIn.user,
      id,
      after,
      until.signal,
    );
    if (!known) return uncachedRefusal(404);
    const status = describeActivation(known, activation.gateway.capabilities.observes, activation.clock.now());
    return uncachedJson(
      place ? status : { ...status, retryAfterMs: COME_BACK_MS / 2 + Math.random() * (COME_BACK_MS / 2) },
    );
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', leave);
    if (place) waitingPages.leave(place);
  }
}

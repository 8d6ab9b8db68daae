import type { NextRequest } from 'next/server';
import { parseActivationId } from '@/lib/activation/activation-id';
import { describeActivation } from '@/lib/activation/activation-status';
import { followActivation } from '@/lib/activation/follow-activation';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { checkRoutePermission } from '@/lib/web/signed-in';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

type Context = { params: Promise<{ activationId: string }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseActivationId((await params).activationId);
  if (!id) return uncachedRefusal(404);
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);

  const { activation, changeFeed } = await services();
  const { answer, retryAfterMs } = await holdRequest(request, (until) =>
    followActivation({ store: activation.store, changeFeed }, signedIn.user, id, after, until),
  );
  if (!answer) return uncachedRefusal(404);
  const status = describeActivation(answer, activation.gateway.capabilities, activation.clock.now());
  return uncachedJson({ ...status, retryAfterMs });
}

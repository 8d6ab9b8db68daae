import type { NextRequest } from 'next/server';
import { parseCallerRequestKey } from '@/lib/helpdesk/caller-request-id';
import { followCallerRequest } from '@/lib/helpdesk/follow-caller-request';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { checkRoutePermission } from '@/lib/web/signed-in';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

type Context = { params: Promise<{ callerRequestKey: string }> };

/** What a caller's phones have answered, for the member of staff who asked; for anybody else nothing was asked. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const signedIn = await checkRoutePermission('invitation:send');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const key = parseCallerRequestKey((await params).callerRequestKey);
  if (!key) return uncachedRefusal(404);
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);
  const { helpdesk, changeFeed } = await services();
  const { answer, retryAfterMs } = await holdRequest(request, (until) =>
    followCallerRequest(helpdesk, changeFeed, signedIn.user, { key, after }, until),
  );
  return answer ? uncachedJson({ ...answer, retryAfterMs }) : uncachedRefusal(404);
}

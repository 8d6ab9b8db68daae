import type { NextRequest } from 'next/server';
import { followProgress } from '@/lib/helpdesk/follow-progress';
import { parseInvitationId } from '@/lib/helpdesk/invitation-id';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { checkRoutePermission } from '@/lib/web/signed-in';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

type Context = { params: Promise<{ invitationId: string }> };

/** How far an invitation is, for staff. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const signedIn = await checkRoutePermission('invitation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseInvitationId((await params).invitationId);
  if (!id) return uncachedRefusal(404);
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);
  const { helpdesk, changeFeed } = await services();
  const { answer, retryAfterMs } = await holdRequest(request, (until) =>
    followProgress(helpdesk, changeFeed, id, after, until),
  );
  return answer ? uncachedJson({ ...answer, retryAfterMs }) : uncachedRefusal(404);
}

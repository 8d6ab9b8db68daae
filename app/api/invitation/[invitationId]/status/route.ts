import type { NextRequest } from 'next/server';
import { followReadOut } from '@/lib/helpdesk/follow-read-out';
import { parseInvitationId } from '@/lib/helpdesk/invitation-id';
import { isStaff } from '@/lib/helpdesk/staff';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { invitationCookie } from '@/lib/web/invitation-cookie';
import { getVisitor } from '@/lib/web/signed-in';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

type Context = { params: Promise<{ invitationId: string }> };

/** Whether the helpdesk has let in the browser that asks. For any other one there is nothing here, and for staff it is closed. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { helpdesk, changeFeed } = await services();
  const secret = await invitationCookie.read();
  const id = parseInvitationId((await params).invitationId);
  if (secret === null || !id) {
    const visitor = await getVisitor();
    return uncachedRefusal(visitor && isStaff(visitor.user) ? 403 : 404);
  }
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);
  const { answer, retryAfterMs } = await holdRequest(request, (until) =>
    followReadOut(helpdesk, changeFeed, { secret, id, after }, until),
  );
  return uncachedJson({ ...answer, retryAfterMs });
}

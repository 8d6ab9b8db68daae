import 'server-only';
import { followReadOut } from '../../helpdesk/read-out/follow-read-out';
import { parseInvitationId } from '../../shared/identifiers/invitation-id';
import { isStaff } from '../../helpdesk/staff';
import type { Services } from '../../composition/compose';
import { findVisitor } from '../sessions/find-visitor';
import { invitationCookie } from '../sessions/invitation-cookie';
import { sessionIdOf } from './asking-session';
import { versionAfter, type LongPoll } from './long-poll';

/** Whether the helpdesk has let in the browser that asks. For any other one there is nothing here, and for staff it is closed. */
export function readOutPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed, config } = services;
  return {
    path: /^\/api\/invitation\/([^/]+)\/status$/,
    asker: 'page',
    async answer(request, hold) {
      const secret = invitationCookie.readFrom(request.header('cookie'), config.isHttps);
      const id = parseInvitationId(request.name);
      if (secret === null || !id) {
        const sessionId = await sessionIdOf(services, request);
        const visitor = sessionId && (await findVisitor(services, sessionId));
        return visitor && isStaff(visitor.user) ? 403 : 404;
      }
      const after = versionAfter(request);
      return after === null ? 400 : followReadOut(helpdesk, changeFeed, { secret, id, after }, hold);
    },
  };
}

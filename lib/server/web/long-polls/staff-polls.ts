import 'server-only';
import { parseCallerRequestKey } from '../../../shared/identifiers/caller-request-id';
import { followManagerRequest } from '../../../helpdesk/caller-check/manager/follow-manager-request';
import { parseManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import { followCallerRequest } from '../../../helpdesk/caller-check/follow-caller-request';
import { followProgress } from '../../../helpdesk/invitations/invitation-progress';
import { parseInvitationId } from '../../../shared/identifiers/invitation-id';
import type { Services } from '../../composition/compose';
import { answerPermitted, sessionIdOf } from './asking-session';
import { versionAfter, type LongPoll } from './long-poll';
import { followReadOut } from '../../../helpdesk/invitations/read-out/follow-read-out';
import { isStaff } from '../../../accounts/users/role';
import { findVisitor } from '../sessions/signed-in';
import { invitationCookie } from '../sessions/browser-secret-cookie';

/** Follows an invitation. */
export function invitationPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed } = services;
  return {
    route: '/api/helpdesk/invitations/[name]/status',
    asker: 'page',
    answer: (request, connection) =>
      answerPermitted(services, request, 'invitation:view', connection, async ({ user }, hold) => {
        const id = parseInvitationId(request.name);
        if (!id) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        return (await followProgress(helpdesk, changeFeed, user, { id, after }, hold)) ?? 404;
      }),
  };
}

/** Follows the answers of a caller's phones, for the agent who asked; it does not exist for others. */
export function callerRequestPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed } = services;
  return {
    route: '/api/helpdesk/caller-requests/[name]/status',
    asker: 'page',
    answer: (request, connection) =>
      answerPermitted(services, request, 'invitation:send', connection, async ({ user }, hold) => {
        const key = parseCallerRequestKey(request.name);
        if (!key) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        return (await followCallerRequest(helpdesk, changeFeed, user, { key, after }, hold)) ?? 404;
      }),
  };
}

/** Follows the answer of a caller's manager, for the agent who asked; it does not exist for others. */
export function managerRequestPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed } = services;
  return {
    route: '/api/helpdesk/manager-requests/[name]/status',
    asker: 'page',
    answer: (request, connection) =>
      answerPermitted(services, request, 'invitation:send', connection, async ({ user }, hold) => {
        const id = parseManagerRequestId(request.name);
        if (!id) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        return (await followManagerRequest(helpdesk, changeFeed, user, { id, after }, hold)) ?? 404;
      }),
  };
}

/** Whether the helpdesk has let this browser in. It does not exist for other browsers, and is closed to staff. */
export function readOutPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed, config } = services;
  return {
    route: '/api/invitation/[name]/status',
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

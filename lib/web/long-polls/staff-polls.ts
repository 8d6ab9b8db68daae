import 'server-only';
import { parseCallerRequestKey } from '../../shared/identifiers/caller-request-id';
import { followCallerRequest } from '../../helpdesk/caller-check/follow-caller-request';
import { followProgress } from '../../helpdesk/invitations/follow-progress';
import { parseInvitationId } from '../../shared/identifiers/invitation-id';
import type { Services } from '../../composition/compose';
import { answerPermitted } from './asking-session';
import { versionAfter, type LongPoll } from './long-poll';

/** How far an invitation is. */
export function invitationPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed } = services;
  return {
    path: /^\/api\/helpdesk\/invitations\/([^/]+)\/status$/,
    asker: 'page',
    answer: (request, hold) =>
      answerPermitted(services, request, 'invitation:view', async ({ user }) => {
        const id = parseInvitationId(request.name);
        if (!id) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        return (await followProgress(helpdesk, changeFeed, user, { id, after }, hold)) ?? 404;
      }),
  };
}

/** What a caller's phones have answered, for the member of staff who asked; for anybody else nothing was asked. */
export function callerRequestPoll(services: Services): LongPoll {
  const { helpdesk, changeFeed } = services;
  return {
    path: /^\/api\/helpdesk\/caller-requests\/([^/]+)\/status$/,
    asker: 'page',
    answer: (request, hold) =>
      answerPermitted(services, request, 'invitation:send', async ({ user }) => {
        const key = parseCallerRequestKey(request.name);
        if (!key) return 404;
        const after = versionAfter(request);
        if (after === null) return 400;
        return (await followCallerRequest(helpdesk, changeFeed, user, { key, after }, hold)) ?? 404;
      }),
  };
}

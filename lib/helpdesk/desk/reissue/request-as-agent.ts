import { may } from '../../../accounts/users/permission';
import { isSelf, type Principal } from '../../../accounts/users/principal';
import type { NamedUser } from '../../../accounts/users/requester';
import { takeBreakGlass, type BreakGlassRefusal } from '../../approvals/ask-second-person';
import { checkJustification } from '../../approvals/request-texts';
import { verifyCaller, type CallerRefusal, type TypedChecks } from '../../caller-check/verify-caller';
import type { Invitation } from '../../invitations/invitation';
import type { RequestOrigin } from '../../../shared/request-origin';
import { refuse, type Result } from '../../../shared/result';
import type { RequestPorts } from '../helpdesk-ports';
import { requestInvitation, type AskedReissue, type RequestRefusal } from './request-invitation';

/** The agent's form. */
export type TypedReissue = AskedReissue & {
  checks: TypedChecks;
  /** Why it cannot wait for approval; null if it can. */
  justification: string | null;
};

type AgentRefusal = CallerRefusal | BreakGlassRefusal | 'own-account' | 'justification-missing';
export type InvitationRefusal = RequestRefusal | AgentRefusal | 'not-permitted';

/** Requests an invitation as an agent, who has checked the caller, and may break the glass if permitted. */
export async function requestAsAgent(
  ports: RequestPorts,
  agent: Principal,
  target: NamedUser,
  { checks, justification: input, ...request }: TypedReissue,
  origin: RequestOrigin,
): Promise<Result<Invitation, InvitationRefusal>> {
  if (input !== null && !may(agent, 'approval:break-glass')) return refuse('not-permitted');
  const isAlone = input !== null;
  return requestInvitation<AgentRefusal>(
    ports,
    {
      requester: agent,
      needsRoom: false,
      whyNot: ({ userId }) => (isSelf(agent, userId) ? 'own-account' : null),
      assess: (caller, about) => verifyCaller(ports, { agent, caller }, { ...about, isAlone }, checks, origin),
      breakGlass: isAlone
        ? { justification: checkJustification(input), take: () => takeBreakGlass(ports, agent) }
        : null,
    },
    target,
    request,
    origin,
  );
}

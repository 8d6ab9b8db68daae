import type { ServiceAccountRequester } from '../../../accounts/users/principal';
import type { NamedUser } from '../../../accounts/users/requester';
import { verifySystemChecks, type SystemCheckRefusal, type TypedChecks } from '../../caller-check/verify-caller';
import type { Invitation } from '../../invitations/invitation';
import type { RequestOrigin } from '../../../shared/request-origin';
import type { Result } from '../../../shared/result';
import type { RequestPorts } from '../helpdesk-ports';
import { requestInvitation, type AskedReissue, type RequestRefusal } from './request-invitation';

/** Requests an invitation as a service account: it breaks no glass, calls nobody back, and asks no phone and no manager. */
export function requestAsSystem(
  ports: RequestPorts,
  requester: ServiceAccountRequester,
  target: NamedUser,
  { checks, ...request }: AskedReissue & { checks: Pick<TypedChecks, 'notes' | 'oneTimePassword'> },
  origin: RequestOrigin,
): Promise<Result<Invitation, RequestRefusal | SystemCheckRefusal>> {
  return requestInvitation<SystemCheckRefusal>(
    ports,
    {
      requester,
      needsRoom: true,
      whyNot: () => null,
      assess: (caller, about) => verifySystemChecks(ports, { agent: requester, caller }, about, checks, origin),
      breakGlass: null,
    },
    target,
    request,
    origin,
  );
}

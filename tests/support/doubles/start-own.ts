import type { Principal } from '@/lib/accounts/users/principal';
import { startOwnActivation } from '@/lib/activation/start/start-own-activation';
import type { StartInput } from '@/lib/activation/start/start-activation';
import type { HelpdeskPorts } from '@/lib/helpdesk/helpdesk-ports';
import { findOpenInvitation } from '@/lib/helpdesk/invitations/find-open-invitation';
import type { RequestOrigin } from '@/lib/shared/request-origin';

/** Starts as the page's action does: under the open invitation if there is one. */
export async function startOwn(ports: HelpdeskPorts, principal: Principal, input: StartInput, origin: RequestOrigin) {
  const invitation = await findOpenInvitation(ports, principal.user);
  return startOwnActivation(ports.activation, principal, input, invitation?.id ?? null, origin);
}

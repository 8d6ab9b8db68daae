import { startOwnActivation } from '@/lib/activation/start/start-own-activation';
import type { StartInput } from '@/lib/activation/start/start-activation';
import type { HelpdeskPorts } from '@/lib/helpdesk/helpdesk-ports';
import { findOpenInvitation, type Holder } from '@/lib/invitations/find-open-invitation';
import type { RequestOrigin } from '@/lib/shared/request-origin';

/** Starts as the page's action does: under the open invitation if there is one. */
export async function startOwn(
  ports: HelpdeskPorts,
  principal: Holder & Parameters<typeof startOwnActivation>[1],
  input: StartInput,
  origin: RequestOrigin,
) {
  const invitation = await findOpenInvitation(ports, principal);
  return startOwnActivation(ports.activation, principal, input, invitation?.id ?? null, origin);
}

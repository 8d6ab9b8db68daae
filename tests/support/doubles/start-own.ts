import { startActivation, type StartInput } from '@/lib/activation/start/start-activation';
import { NOTHING_USED_UP, type UsedUp } from '@/lib/accounts/proofs/check-proofs';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { findStartGrant, type Holder } from '@/lib/helpdesk/invitations/find-open-invitation';
import type { RequestOrigin } from '@/lib/shared/request-origin';

/** Starts as the page's action does: under the open invitation if there is one. */
export async function startOwn(
  ports: HelpdeskPorts,
  holder: Holder,
  { usedUp = NOTHING_USED_UP, ...described }: StartInput & { usedUp?: UsedUp },
  origin: RequestOrigin,
) {
  const grant = await findStartGrant(ports, holder, usedUp);
  return grant.ok
    ? startActivation(ports.activation, holder.user, { ...described, grant: grant.value }, origin)
    : grant;
}

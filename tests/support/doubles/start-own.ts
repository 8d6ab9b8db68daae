import { startActivation, type StartInput } from '@/lib/activation/start/start-activation';
import type { RecoveryCodeId } from '@/lib/accounts/recovery/recovery-code';
import type { HelpdeskPorts } from '@/lib/helpdesk/helpdesk-ports';
import { findStartGrant, type Holder } from '@/lib/invitations/find-open-invitation';
import type { RequestOrigin } from '@/lib/shared/request-origin';

/** Starts as the page's action does: under the open invitation if there is one. */
export async function startOwn(
  ports: HelpdeskPorts,
  holder: Holder,
  { recoveryCode = null, ...described }: StartInput & { recoveryCode?: RecoveryCodeId | null },
  origin: RequestOrigin,
) {
  const grant = await findStartGrant(ports, holder, recoveryCode);
  return grant.ok
    ? startActivation(ports.activation, holder.user, { ...described, grant: grant.value }, origin)
    : grant;
}

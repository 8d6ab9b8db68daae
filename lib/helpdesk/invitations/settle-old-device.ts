import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import type { AuditEvent } from '../../audit/audit-event';
import { GatewayError } from '../../activation/gateway-error';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import type { OldDevicePorts } from './invitation-ports';
import { withOldDevice, type Invitation } from './invitation';
import { dueAct, settled } from './old-device';

/**
 * Locks or removes the old device if that is due, and saves it. If the gateway fails, the next round tries again.
 * @returns the invitation as it is now
 */
export async function settleOldDevice(ports: OldDevicePorts, invitation: Invitation): Promise<Invitation> {
  const { oldDevice, id, userId, domain, requestedBy } = invitation;
  const act = oldDevice && dueAct(oldDevice);
  if (!oldDevice || !act) return invitation;
  const { instanceId } = oldDevice;
  // A gateway without locks removes instead.
  const isLock = act === 'lock' && ports.directory.capabilities.lock === true;
  try {
    // A removed device counts as locked.
    if (act === 'lock') await lockForSafety(ports, { userId, domain }, instanceId, 'helpdesk', requestedBy);
    else await ports.directory.remove(instanceId);
  } catch (error) {
    if (error instanceof GatewayError) return invitation;
    throw error;
  }
  const moved = withOldDevice(invitation, settled(isLock ? oldDevice : { ...oldDevice, state: 'removal-due' }));
  const event: AuditEvent = {
    type: isLock ? 'device-locked-by-helpdesk' : 'device-removed-by-helpdesk',
    instanceId,
    requestId: id,
    ...auditContext(userActor({ userId: requestedBy }), invitation, noRequest(id)),
  };
  const saved = await ports.invitations.save(moved, { events: [event], messages: [] });
  if (saved.ok) return moved;
  const again = await ports.invitations.find(id, invitation.domain);
  return again ? settleOldDevice(ports, again) : moved;
}

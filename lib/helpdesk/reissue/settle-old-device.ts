import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import type { AuditEvent } from '../../audit/audit-event';
import { GatewayError } from '../../activation/gateway-error';
import { lockForSafety } from '../../devices/locks/lock-and-hold';
import type { OldDevicePorts } from '../helpdesk-ports';
import { withOldDevice, type Invitation } from '../invitations/invitation';
import { dueAct, settled } from './old-device';

/**
 * Locks or removes the old device where that is due, and notes it. A gateway that cannot be reached is asked again by the
 * next round.
 * @returns the invitation as it is afterwards
 */
export async function settleOldDevice(ports: OldDevicePorts, invitation: Invitation): Promise<Invitation> {
  const { oldDevice, id, userId, domain } = invitation;
  const act = oldDevice && dueAct(oldDevice);
  if (!oldDevice || !act) return invitation;
  const { instanceId } = oldDevice;
  // A gateway that has no lock removes instead.
  const isLock = act === 'lock' && ports.directory.capabilities.lock === true;
  try {
    // One that is gone already is as good as locked.
    if (act === 'lock') await lockForSafety(ports, { userId, domain }, instanceId, 'helpdesk');
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
    ...auditContext(userActor({ userId: invitation.requestedBy }), invitation, noRequest(id)),
  };
  const saved = await ports.invitations.save(moved, { events: [event], messages: [] });
  if (saved.ok) return moved;
  const again = await ports.invitations.find(id);
  return again ? settleOldDevice(ports, again) : moved;
}

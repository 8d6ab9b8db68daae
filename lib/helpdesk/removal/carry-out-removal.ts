import { GatewayError } from '../../activation/gateway-error';
import type { AuditEvent } from '../../audit/audit-event';
import { finishRemoval, type DeviceRemoval, type RemovalApproved } from './device-removal';
import type { HelpdeskPorts } from '../helpdesk-ports';

/** Removes the device at the gateway, and notes it. A gateway that cannot be reached is asked again by the next round. */
export async function carryOutRemoval(ports: HelpdeskPorts, approved: RemovalApproved): Promise<DeviceRemoval> {
  const { id, userId, domain, instanceId, requestedBy } = approved;
  try {
    // One that is gone already is as good as removed.
    await ports.directory.remove(instanceId);
  } catch (error) {
    if (error instanceof GatewayError) return approved;
    throw error;
  }
  const done = finishRemoval(approved, ports.clock.now());
  const about = { subject: { userId, domain }, correlationId: id, address: null };
  const event: AuditEvent = {
    type: 'device-removed-by-helpdesk',
    instanceId,
    requestId: id,
    actor: { kind: 'user', userId: requestedBy },
    ...about,
  };
  const saved = await ports.removals.save(done, { events: [event], messages: [] });
  return saved.ok ? done : ((await ports.removals.find(id)) ?? done);
}

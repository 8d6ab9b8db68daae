import type { AuditEvent } from '../../audit/audit-event';
import { nameDevices, unnamedDevices } from '../../audit/named-devices';
import type { Statement } from '../sql';

/**
 * Adds to events what their devices are called now, before they are hashed. Names are the embedded gateway's, or those
 * that are kept beside a gateway that keeps none. A device that was removed in the same step is named by its use case.
 */
export async function withDeviceNames(sql: Statement, events: readonly AuditEvent[]): Promise<readonly AuditEvent[]> {
  const instanceIds = unnamedDevices(events);
  if (instanceIds.length === 0) return events;
  const rows = await sql<{ instanceId: string; name: string | null }>`
    SELECT device.id AS "instanceId", coalesce(kept.name, nullif(instance.description, '')) AS name
    FROM unnest(${instanceIds}::text[]) AS device (id)
    LEFT JOIN device_name kept ON kept.instance_id = device.id
    LEFT JOIN gateway_instance instance ON instance.serial_number = split_part(device.id, '-', 1)
      AND instance.sequence_number::text = split_part(device.id, '-', 2)`;
  return nameDevices(
    events,
    new Map(rows.flatMap(({ instanceId, name }) => (name === null ? [] : [[instanceId, name]]))),
  );
}

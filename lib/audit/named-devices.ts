import type { AuditEvent } from './audit-event';
import { declarationOf } from './event-catalogue';

/** Which property names the device of which other. */
const NAMES = { instanceId: 'deviceName', newInstanceId: 'newDeviceName' } as const;

/** Devices whose names the events have a place for, and do not say. */
export function unnamedDevices(events: readonly AuditEvent[]): string[] {
  return [...new Set(events.flatMap((event) => gapsOf(event).map(({ instanceId }) => instanceId)))];
}

/** @param names by instance ID */
export function nameDevices(events: readonly AuditEvent[], names: ReadonlyMap<string, string>): AuditEvent[] {
  return events.map((event) =>
    gapsOf(event).reduce((named, { instanceId, fill }) => {
      const name = names.get(instanceId);
      return name === undefined ? named : fill(named, name);
    }, event),
  );
}

type Gap = { instanceId: string; fill: (event: AuditEvent, name: string) => AuditEvent };

function gapsOf(event: AuditEvent): Gap[] {
  const { facts } = declarationOf(event.type);
  const values = new Map(Object.entries(event));
  const gaps = Object.entries(NAMES).flatMap(([device, name]): Gap[] => {
    const instanceId: unknown = values.get(device);
    if (!(name in facts) || typeof instanceId !== 'string' || values.get(name) !== undefined) return [];
    return [{ instanceId, fill: (named, deviceName) => ({ ...named, [name]: deviceName }) }];
  });
  if (event.type !== 'invitation-requested' || !event.oldDevice || event.oldDevice.deviceName !== undefined)
    return gaps;
  const { oldDevice } = event;
  const fill = (named: AuditEvent, deviceName: string): AuditEvent =>
    named.type === 'invitation-requested' ? { ...named, oldDevice: { ...oldDevice, deviceName } } : named;
  return [...gaps, { instanceId: oldDevice.instanceId, fill }];
}

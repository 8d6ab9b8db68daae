import { GatewayError } from '../activation/gateway-error';
import type { AuditLog } from '../audit/audit-log';
import type { AuditRecord } from '../audit/audit-record';
import type { UserKey } from '../shared/identifiers/user-key';
import { deviceInRecord, type AuthenticatorDirectory } from './authenticator-directory';

/** By instance ID. */
export type NamesOfDevices = ReadonlyMap<string, string>;

const LOOKED_AT = 200;

/** What a user's devices are called, those that are gone as the latest records say. */
export async function readDeviceNames(
  { directory, audit }: { directory: Pick<AuthenticatorDirectory, 'list'>; audit: Pick<AuditLog, 'listFor'> },
  owner: UserKey,
): Promise<NamesOfDevices> {
  const records = await audit.listFor(owner, LOOKED_AT);
  return new Map([...recordedNames(records), ...(await presentNames(directory, owner))]);
}

/** @param records newest first */
export function recordedNames(records: readonly AuditRecord[]): NamesOfDevices {
  const names = new Map<string, string>();
  for (const { event } of records.toReversed()) {
    if ('instanceId' in event && event.instanceId && 'deviceName' in event && event.deviceName)
      names.set(event.instanceId, event.deviceName);
    if ('newInstanceId' in event && event.newDeviceName) names.set(event.newInstanceId, event.newDeviceName);
    if (event.type === 'authenticator-renamed') names.set(event.instanceId, event.name);
  }
  return names;
}

async function presentNames(directory: Pick<AuthenticatorDirectory, 'list'>, owner: UserKey): Promise<NamesOfDevices> {
  try {
    const devices = (await directory.list(owner)).map(deviceInRecord);
    return new Map(
      devices.flatMap(({ instanceId, deviceName }) => (deviceName === undefined ? [] : [[instanceId, deviceName]])),
    );
  } catch (error) {
    if (error instanceof GatewayError) return new Map();
    throw error;
  }
}

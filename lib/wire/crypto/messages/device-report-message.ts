import { utf8, type Bytes } from '../../../shared/bytes';
import { parseJsonObject } from '../../../shared/json-object';
import { parseKeeping, type Keeping } from '../../../shared/keeping';
import { refuse, accept, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/** Encrypts what a device says of the browser that keeps it; see `provisioning-profile.ts`. @param iv 12 bytes, random */
export async function sealDeviceReport(
  instanceKey: Bytes,
  instanceId: string,
  keeping: Keeping,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'device report', instanceId, utf8(JSON.stringify(keeping)), iv);
}

export async function openDeviceReport(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<Keeping, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'device report', instanceId, sealed);
  const keeping = result.ok ? parseKeeping(parseJsonObject(result.value)) : null;
  return keeping ? accept(keeping) : refuse('not-authentic');
}

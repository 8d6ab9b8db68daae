import { utf8, type Bytes } from '../../../shared/bytes';
import { decimalCode } from '../decimal-code';
import { deriveKey } from '../hash';
import { SIGNATURE_DIGITS } from '../../../shared/codes/typed-code';

/** The phone's proof that it holds the instance key; see `provisioning-profile.ts`. */
export async function signActivation(
  instanceKey: Bytes,
  {
    registrationIdentifier,
    instanceId,
    deviceCode,
  }: { registrationIdentifier: string; instanceId: string; deviceCode: string },
): Promise<string> {
  const key = await deriveKey(instanceKey, 'tessera activation signature');
  return decimalCode(key, utf8(`${registrationIdentifier};${instanceId};${deviceCode}`), SIGNATURE_DIGITS);
}

import { accept, type Result } from '../../shared/result';
import type { Instance } from './instance';
import { oneTimePasswordAt, type CurrentOneTimePassword } from './one-time-password-at';
import { unprotectKey } from '../keys/protected-key';

/** The one-time password of this moment; the PIN opens the key. */
export async function currentOneTimePassword(
  { instanceId, protectedKey }: Instance,
  pin: string,
  now: Date,
): Promise<Result<CurrentOneTimePassword, 'wrong-pin'>> {
  const instanceKey = await unprotectKey(protectedKey, pin, instanceId);
  return instanceKey.ok ? accept(await oneTimePasswordAt(instanceKey.value, now)) : instanceKey;
}

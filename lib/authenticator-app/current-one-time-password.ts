import { computeOneTimePassword, TIME_STEP_SECONDS, timeStepAt } from '../crypto/one-time-password';
import { accept, type Result } from '../shared/result';
import type { Instance } from './instance';
import { unprotectKey } from './protected-key';

export type CurrentOneTimePassword = {
  /** Six digits. */
  oneTimePassword: string;
  /** Whole seconds until the next one, 1 to 30. */
  secondsLeft: number;
};

/** The one-time password of this moment; the PIN opens the key. */
export async function currentOneTimePassword(
  { instanceId, protectedKey }: Instance,
  pin: string,
  now: Date,
): Promise<Result<CurrentOneTimePassword, 'wrong-pin'>> {
  const instanceKey = await unprotectKey(protectedKey, pin, instanceId);
  if (!instanceKey.ok) return instanceKey;
  const oneTimePassword = await computeOneTimePassword(instanceKey.value, timeStepAt(now));
  const secondsLeft = TIME_STEP_SECONDS - (Math.floor(now.getTime() / 1_000) % TIME_STEP_SECONDS);
  return accept({ oneTimePassword, secondsLeft });
}

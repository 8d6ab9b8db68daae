import { computeOneTimePassword, TIME_STEP_SECONDS, timeStepAt } from '../../wire/crypto/one-time-password';
import type { Bytes } from '../../shared/bytes';
import { accept, type Result } from '../../shared/result';
import type { Instance } from './instance';
import { unprotectKey } from '../keys/protected-key';

export type CurrentOneTimePassword = {
  /** Six digits. */
  oneTimePassword: string;
  /** Whole seconds until the next password, 1 to 30. */
  secondsLeft: number;
};

/** @param now the phone's clock */
export async function oneTimePasswordAt(instanceKey: Bytes, now: Date): Promise<CurrentOneTimePassword> {
  const oneTimePassword = await computeOneTimePassword(instanceKey, timeStepAt(now));
  const secondsLeft = TIME_STEP_SECONDS - (Math.floor(now.getTime() / 1_000) % TIME_STEP_SECONDS);
  return { oneTimePassword, secondsLeft };
}

export async function currentOneTimePassword(
  { instanceId, protectedKey }: Instance,
  pin: string,
  now: Date,
): Promise<Result<CurrentOneTimePassword, 'wrong-pin'>> {
  const instanceKey = await unprotectKey(protectedKey, pin, instanceId);
  return instanceKey.ok ? accept(await oneTimePasswordAt(instanceKey.value, now)) : instanceKey;
}

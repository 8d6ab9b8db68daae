import { constantTimeEqual } from '../../../wire/crypto/constant-time-equal';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import { computeOneTimePassword, TIME_STEP_SECONDS, timeStepAt } from '../../../wire/crypto/one-time-password';
import { utf8, type Bytes } from '../../../shared/bytes';
import { openInstanceKey } from './device-instance';
import type { GatewayContext } from './gateway-context';

export type OneTimePasswordRefusal =
  | { code: 'wrong-password' | 'already-used' | 'locked' | 'not-found' }
  /** The password belongs to a time too far off. Positive: the phone's clock is ahead. */
  | { code: 'clock-off'; driftSeconds: number };

export type OneTimePasswordVerdict =
  | { ok: true; driftSeconds: number }
  | { ok: false; refusal: OneTimePasswordRefusal };

/** Steps to either side that are accepted (RFC 6238 §5.2 recommends one). */
const TOLERATED_STEPS = 1;
/** Steps to either side that are recognized, ten minutes, so that the user can be told to set the clock. */
const RECOGNISED_STEPS = 20;

/** Accepts each password once (RFC 6238 §5.2). Drift is in seconds, a multiple of 30. */
export async function testOneTimePassword(
  { store, clock, keyRing }: GatewayContext,
  instanceId: string,
  oneTimePassword: string,
): Promise<OneTimePasswordVerdict> {
  const name = parseInstanceId(instanceId);
  const device = name && (await store.findInstance(name));
  if (!device || device.instance.encryptedKey === null) return refuseWith({ code: 'not-found' });
  if (device.instance.state === 'locked') return refuseWith({ code: 'locked' });
  const now = clock.now();
  const instanceKey = await openInstanceKey(keyRing, instanceId, device.instance.encryptedKey);
  const offset = await findOffset(instanceKey, timeStepAt(now), oneTimePassword);
  if (offset === null) return refuseWith({ code: 'wrong-password' });
  const driftSeconds = offset * TIME_STEP_SECONDS;
  if (Math.abs(offset) > TOLERATED_STEPS) return refuseWith({ code: 'clock-off', driftSeconds });
  const isFirstUse = await store.acceptStep(name, timeStepAt(now) + offset, now);
  return isFirstUse ? { ok: true, driftSeconds } : refuseWith({ code: 'already-used' });
}

/** Offset of the password's step from `currentStep`, the nearest if there are several; null if there is none. */
async function findOffset(instanceKey: Bytes, currentStep: number, oneTimePassword: string): Promise<number | null> {
  if (!/^\d{6}$/.test(oneTimePassword)) return null;
  for (let distance = 0; distance <= RECOGNISED_STEPS; distance++) {
    for (const offset of distance === 0 ? [0] : [-distance, distance]) {
      const expected = await computeOneTimePassword(instanceKey, currentStep + offset);
      if (constantTimeEqual(utf8(oneTimePassword), utf8(expected))) return offset;
    }
  }
  return null;
}

function refuseWith(refusal: OneTimePasswordRefusal): OneTimePasswordVerdict {
  return { ok: false, refusal };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessCaller,
  CHECK_WEIGHTS,
  COMPARED_METHODS,
  DEVICE_METHODS,
  mayVouch,
  requiredWeight,
  type ComparedMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';

const METHODS = COMPARED_METHODS;
const methods = fc.array(fc.constantFrom(...METHODS), { maxLength: 6 });
const circumstances = fc.record({
  reason: fc.constantFrom(...REISSUE_REASONS),
  isProtected: fc.boolean(),
  usable: fc.subarray([...METHODS]),
});

function isByDevice(method: ComparedMethod): boolean {
  return (DEVICE_METHODS as readonly ComparedMethod[]).includes(method);
}

describe('the check of a caller', () => {
  it('a caller check is enough exactly when its weight is reached, and then nothing is missing', () => {
    fc.assert(
      fc.property(methods, circumstances, (made, about) => {
        const { weight, required, isEnough, missing } = assessCaller(made, about);
        expect(required).toBe(requiredWeight(about.reason, about.isProtected));
        expect(isEnough).toBe(weight >= required);
        expect(isEnough && missing.length > 0).toBe(false);
      }),
    );
  });

  it('the suggestions are neither done already nor impossible for the caller', () => {
    fc.assert(
      fc.property(methods, circumstances, (made, about) => {
        const { missing, isEnough } = assessCaller(made, about);
        for (const method of missing) expect(made).not.toContain(method);
        for (const method of missing) expect(about.usable).toContain(method);
        const byDevice = DEVICE_METHODS.some((method) => made.includes(method));
        const possible = about.usable.filter((method) => !made.includes(method));
        expect(isEnough || byDevice ? possible : missing).toHaveLength(possible.length);
      }),
    );
  });

  it('a further check never weakens the result, and a repeated one does not strengthen it', () => {
    fc.assert(
      fc.property(methods, circumstances, fc.constantFrom(...METHODS), (made, about, more) => {
        const before = assessCaller(made, about).weight;
        const after = assessCaller([...made, more], about).weight;
        const byDevice = DEVICE_METHODS.filter((method) => made.includes(method));
        const isKnown = made.includes(more) || (byDevice.length > 0 && isByDevice(more));
        expect(after - before).toBe(isKnown ? 0 : CHECK_WEIGHTS[more]);
      }),
    );
  });

  it('a protected group takes more for every reason: a device and a contact on record', () => {
    for (const reason of REISSUE_REASONS) {
      expect(requiredWeight(reason, true)).toBeGreaterThan(requiredWeight(reason, false));
      const about = { reason, isProtected: true, usable: [] };
      expect(assessCaller(['login-request', 'call-back'], about).isEnough).toBe(true);
      expect(assessCaller(['login-request', 'one-time-password'], about).isEnough).toBe(false);
      expect(assessCaller(['call-back', 'manager'], about).isEnough).toBe(requiredWeight(reason, true) <= 4);
    }
  });

  it('an active device that the caller still has may vouch', () => {
    const active = { instanceId: 'X-1', state: 'active' } as const;
    expect(mayVouch(active, { reason: 'new-phone', oldInstanceId: 'X-1' })).toBe(true);
    expect(mayVouch(active, { reason: 'lost', oldInstanceId: 'X-2' })).toBe(true);
    for (const reason of ['lost', 'stolen'] as const)
      expect(mayVouch(active, { reason, oldInstanceId: 'X-1' })).toBe(false);
    expect(mayVouch({ ...active, state: 'locked' }, { reason: 'new-phone', oldInstanceId: null })).toBe(false);
  });
});

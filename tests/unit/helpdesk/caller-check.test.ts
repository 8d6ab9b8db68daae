import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCaller, CHECK_METHODS, CHECK_WEIGHTS, mayVouch, requiredWeight } from '@/lib/helpdesk/caller-check';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue';

const methods = fc.array(fc.constantFrom(...CHECK_METHODS), { maxLength: 6 });
const circumstances = fc.record({
  reason: fc.constantFrom(...REISSUE_REASONS),
  isProtected: fc.boolean(),
  canUseDevice: fc.boolean(),
});

describe('the check of a caller', () => {
  it('is enough exactly when the weight is reached, and then nothing is missing', () => {
    fc.assert(
      fc.property(methods, circumstances, (made, about) => {
        const { weight, required, isEnough, missing } = assessCaller(made, about);
        expect(required).toBe(requiredWeight(about.reason, about.isProtected));
        expect(isEnough).toBe(weight >= required);
        expect(isEnough && missing.length > 0).toBe(false);
      }),
    );
  });

  it('names what is missing: never what was done, nor a password that no device can make', () => {
    fc.assert(
      fc.property(methods, circumstances, (made, about) => {
        const { missing, isEnough } = assessCaller(made, about);
        for (const method of missing) expect(made).not.toContain(method);
        expect(!about.canUseDevice && missing.includes('one-time-password')).toBe(false);
        const all = [...made, ...missing];
        expect(isEnough || !about.canUseDevice || assessCaller(all, about).isEnough).toBe(true);
      }),
    );
  });

  it('never gets weaker by one more check, nor stronger by the same twice', () => {
    fc.assert(
      fc.property(methods, circumstances, fc.constantFrom(...CHECK_METHODS), (made, about, more) => {
        const before = assessCaller(made, about).weight;
        const after = assessCaller([...made, more], about).weight;
        expect(after - before).toBe(made.includes(more) ? 0 : CHECK_WEIGHTS[more]);
      }),
    );
  });

  it('of a protected group takes more, for every reason, and can be met without a device', () => {
    for (const reason of REISSUE_REASONS) {
      expect(requiredWeight(reason, true)).toBeGreaterThan(requiredWeight(reason, false));
      const about = { reason, isProtected: true, canUseDevice: false };
      expect(assessCaller(['call-back', 'identity-document', 'manager'], about).isEnough).toBe(true);
      expect(assessCaller(['call-back', 'manager'], about).isEnough).toBe(requiredWeight(reason, true) <= 4);
    }
  });

  it('takes the word of an active device that the caller still has', () => {
    const active = { instanceId: 'X-1', state: 'active' } as const;
    expect(mayVouch(active, { reason: 'new-phone', oldInstanceId: 'X-1' })).toBe(true);
    expect(mayVouch(active, { reason: 'lost', oldInstanceId: 'X-2' })).toBe(true);
    for (const reason of ['lost', 'stolen'] as const)
      expect(mayVouch(active, { reason, oldInstanceId: 'X-1' })).toBe(false);
    expect(mayVouch({ ...active, state: 'locked' }, { reason: 'new-phone', oldInstanceId: null })).toBe(false);
  });
});

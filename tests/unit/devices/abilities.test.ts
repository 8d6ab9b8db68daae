import { describe, expect, it } from 'vitest';
import { ABILITIES, abilitiesOf, isLimited } from '@/lib/devices/abilities';
import { EVERYTHING } from '@/lib/devices/authenticator-directory';

const ON = { test: true, pin: true, clock: true } as const;

describe('what can be done with each kind of authenticator', () => {
  it.each(['phone', 'hardware', 'virtual'] as const)('a %s has an answer to every ability, yes or a reason', (kind) => {
    expect(Object.keys(abilitiesOf(kind, { capabilities: EVERYTHING, hardware: ON }))).toEqual([...ABILITIES]);
  });

  it('a gateway that can do all of it lets people do all with a phone but what the phone does itself', () => {
    const abilities = abilitiesOf('phone', { capabilities: EVERYTHING });
    expect(abilities).toMatchObject({ test: true, lock: true, pin: 'pin-in-the-app', clock: 'clock-of-the-phone' });
    expect(isLimited(abilities)).toBe(false);
  });

  it('hardware is tried, repaired and given a PIN where the settings say so, and is never removed', () => {
    const off = abilitiesOf('hardware', { capabilities: EVERYTHING });
    expect([off.test, off.pin, off.clock]).toEqual(['not-offered', 'not-offered', 'not-offered']);
    const on = abilitiesOf('hardware', { capabilities: EVERYTHING, hardware: ON });
    expect([on.test, on.pin, on.clock, on.remove]).toEqual([true, true, true, 'belongs-to-organisation']);
  });

  it('a gateway’s reason is passed on, and a virtual authenticator has neither a test nor a clock', () => {
    const capabilities = { ...EVERYTHING, rename: 'not-documented', lock: 'not-permitted' } as const;
    expect(abilitiesOf('phone', { capabilities })).toMatchObject({ rename: 'not-documented', lock: 'not-permitted' });
    const virtual = abilitiesOf('virtual', { capabilities, hardware: ON });
    expect([virtual.test, virtual.clock, isLimited(virtual)]).toEqual(['code-is-sent', 'has-no-clock', true]);
  });
});

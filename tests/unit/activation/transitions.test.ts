import { describe, expect, it } from 'vitest';
import {
  activate,
  expire,
  isPending,
  isRegistered,
  link,
  scan,
  show,
  shownPayload,
  STEPS,
  verify,
  type Activation,
} from '@/lib/activation/activation';
import { describeActivation } from '@/lib/activation/activation-status';
import { activationInEveryState, at, type EveryState } from '../../support/doubles/fake-activations';

const states = activationInEveryState('jane.doe');
const all = Object.entries(states) as [keyof EveryState, EveryState[keyof EveryState]][];
const secrets = ['encryptedPayload', 'activationPassword'];

const described = (activation: Activation) =>
  describeActivation(activation, { observes: [], completion: 'told' }, at(0));

const completionOf = (activation: Activation) =>
  describeActivation(activation, { observes: STEPS, completion: 'inferred' }, at(0)).completion;

describe('an activation', () => {
  it('is pending until it has ended, and registered once the gateway knows it', () => {
    const pending = all.filter(([, activation]) => isPending(activation)).map(([state]) => state);
    expect(pending).toEqual(['requested', 'issued', 'scanned', 'verified', 'linked']);
    const registered = all.filter(([, activation]) => isRegistered(activation)).map(([state]) => state);
    expect(registered).toEqual(['issued', 'scanned', 'verified', 'linked']);
  });

  it('is one version on with every move', () => {
    const versions = [states.requested, states.issued, states.scanned, states.verified, states.linked, states.active];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const ended of [states.expired, states.cancelled, states.failed, states.superseded]) {
      expect(ended.version).toBe(3);
    }
  });

  it('holds the sealed payload while issued, and in no other state', () => {
    expect(all.filter(([, activation]) => shownPayload(activation) !== null).map(([state]) => state)).toEqual([
      'issued',
    ]);
    expect(all.filter(([, activation]) => 'encryptedPayload' in activation).map(([state]) => state)).toEqual([
      'issued',
      'verified',
    ]);
  });

  it('holds what the second image says while verified, when it is offline', () => {
    const { issued } = states;
    const verified = verify(issued, at(400), at(9), issued.encryptedPayload);
    expect(shownPayload(verified)).toBe(issued.encryptedPayload);
    expect(activate(verified, 'X-1', at(10))).not.toHaveProperty('encryptedPayload');
  });

  it('stays the same person’s, and keeps its name and beginning', () => {
    const { id, userId, domain, deviceName, requestedAt } = states.requested;
    for (const [, activation] of all) expect(activation).toMatchObject({ id, userId, domain, deviceName, requestedAt });
  });

  it('keeps when each step was reached, to its end', () => {
    expect(states.active.reached).toEqual({
      issued: at(1),
      scanned: at(2),
      verified: at(3),
      linked: at(4),
      active: at(5),
    });
    expect(states.cancelled.reached).toEqual({ issued: at(1) });
  });

  it('is issued as before when it is shown for the first time, one version on', () => {
    const shown = show(states.issued, at(2));
    expect(shown).toEqual({ ...states.issued, version: 3, reached: { issued: at(1), shown: at(2) } });
    expect(scan(shown, shown.expiresAt, at(3)).reached).toEqual({ issued: at(1), shown: at(2), scanned: at(3) });
  });

  it('has nothing of the gateway’s left when it ended without a device', () => {
    for (const ended of [states.expired, states.cancelled, states.failed, states.superseded]) {
      expect(ended).not.toHaveProperty('registrationIdentifier');
      expect(ended).not.toHaveProperty('instanceId');
    }
  });

  it('expires when its time is over, and not a millisecond before', () => {
    const { linked } = states;
    expect(expire(linked, new Date(linked.expiresAt.getTime() - 1))).toEqual({ ok: false, refusal: 'not-yet' });
    expect(expire(linked, linked.expiresAt)).toMatchObject({
      ok: true,
      value: { state: 'expired', version: 6, endedAt: linked.expiresAt },
    });
  });

  it('moves on from any earlier step when a gateway did not show those between', () => {
    const { issued } = states;
    expect(verify(issued, at(400), at(9)).reached).toEqual({ issued: at(1), verified: at(9) });
    expect(link(issued, 'X-1', at(400), at(9)).reached).toEqual({ issued: at(1), linked: at(9) });
    expect(activate(issued, 'X-1', at(9)).reached).toEqual({ issued: at(1), active: at(9) });
  });

  it('takes the time that the gateway gives the phone', () => {
    expect(scan(states.issued, at(400), at(2)).expiresAt).toEqual(at(400));
  });
});

describe('what a page is told of it', () => {
  it.each(all)('%s: state, version and times, and never a secret', (state, activation) => {
    const status = describeActivation(activation, { observes: ['linked'], completion: 'told' }, at(77));
    expect(status).toMatchObject({ id: activation.id, state, version: activation.version, observes: ['linked'] });
    expect(status.serverTime).toBe('2026-05-04T10:01:17.000Z');
    expect(status.expiresAt === null).toBe(!isPending(activation));
    for (const secret of [...secrets, 'sealed payload', 'sealed credential', states.issued.registrationIdentifier]) {
      expect(JSON.stringify(status).replaceAll(activation.id, '')).not.toContain(secret);
    }
  });

  it('a page is told the end where the beginning was seen, whatever the gateway itself does', () => {
    expect(completionOf(states.issued)).toBe('inferred');
    expect(completionOf(link(states.issued, 'X-1', at(400), at(4)))).toBe('inferred');
    expect([states.scanned, states.linked, states.active].map(completionOf)).toEqual(['told', 'told', 'told']);
  });

  it('names the device once there is one, and the reason where it failed', () => {
    expect(described(states.linked).instanceId).toBe('VDS1000042-1');
    expect(described(states.active).instanceId).toBe('VDS1000042-1');
    expect(described(states.issued).instanceId).toBeNull();
    expect(described(states.failed).failure).toBe('too-many-wrong-passwords');
    expect(described(states.expired).failure).toBeNull();
  });
});

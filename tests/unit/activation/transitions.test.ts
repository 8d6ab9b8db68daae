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
  it('an activation is pending until it has ended, and registered once the gateway knows it', () => {
    const pending = all.filter(([, activation]) => isPending(activation)).map(([state]) => state);
    expect(pending).toEqual(['requested', 'issued', 'scanned', 'verified', 'linked']);
    const registered = all.filter(([, activation]) => isRegistered(activation)).map(([state]) => state);
    expect(registered).toEqual(['issued', 'scanned', 'verified', 'linked']);
  });

  it('the version grows by one with every move', () => {
    const versions = [states.requested, states.issued, states.scanned, states.verified, states.linked, states.active];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const ended of [states.expired, states.cancelled, states.failed, states.superseded]) {
      expect(ended.version).toBe(3);
    }
  });

  it('an activation holds the sealed payload only while issued', () => {
    expect(all.filter(([, activation]) => shownPayload(activation) !== null).map(([state]) => state)).toEqual([
      'issued',
    ]);
    expect(all.filter(([, activation]) => 'encryptedPayload' in activation).map(([state]) => state)).toEqual([
      'issued',
      'verified',
    ]);
  });

  it('an offline activation holds its second payload while verified', () => {
    const { issued } = states;
    const verified = verify(issued, at(400), at(9), issued.encryptedPayload);
    expect(shownPayload(verified)).toBe(issued.encryptedPayload);
    expect(activate(verified, { instanceId: 'X-1', mosaic: null }, at(10))).not.toHaveProperty('encryptedPayload');
  });

  it('an activation keeps its owner, name and start in every state', () => {
    const { id, userId, domain, deviceName, requestedAt } = states.requested;
    for (const [, activation] of all) expect(activation).toMatchObject({ id, userId, domain, deviceName, requestedAt });
  });

  it('an activation keeps the time of every step it reached', () => {
    expect(states.active.reached).toEqual({
      issued: at(1),
      scanned: at(2),
      verified: at(3),
      linked: at(4),
      active: at(5),
    });
    expect(states.cancelled.reached).toEqual({ issued: at(1) });
  });

  it('an activation stays issued when first shown, one version on', () => {
    const shown = show(states.issued, at(2));
    expect(shown).toEqual({ ...states.issued, version: 3, reached: { issued: at(1), shown: at(2) } });
    expect(scan(shown, shown.expiresAt, at(3)).reached).toEqual({ issued: at(1), shown: at(2), scanned: at(3) });
  });

  it('an activation that ended without a device keeps nothing of the gateway', () => {
    for (const ended of [states.expired, states.cancelled, states.failed, states.superseded]) {
      expect(ended).not.toHaveProperty('registrationIdentifier');
      expect(ended).not.toHaveProperty('instanceId');
    }
  });

  it('an activation expires exactly when its time is over', () => {
    const { linked } = states;
    expect(expire(linked, new Date(linked.expiresAt.getTime() - 1))).toEqual({ ok: false, refusal: 'not-yet' });
    expect(expire(linked, linked.expiresAt)).toMatchObject({
      ok: true,
      value: { state: 'expired', version: 6, endedAt: linked.expiresAt },
    });
  });

  it('an activation can skip steps that the gateway did not show', () => {
    const { issued } = states;
    expect(verify(issued, at(400), at(9)).reached).toEqual({ issued: at(1), verified: at(9) });
    expect(link(issued, { instanceId: 'X-1', mosaic: null }, at(400), at(9)).reached).toEqual({
      issued: at(1),
      linked: at(9),
    });
    expect(activate(issued, { instanceId: 'X-1', mosaic: null }, at(9)).reached).toEqual({
      issued: at(1),
      active: at(9),
    });
  });

  it('an activation’s expiry becomes the gateway’s once the phone has scanned', () => {
    expect(scan(states.issued, at(400), at(2)).expiresAt).toEqual(at(400));
  });
});

describe('what a page is told of it', () => {
  it.each(all)('a page’s view of %s has state, version and times, and never a secret', (state, activation) => {
    const status = describeActivation(activation, { observes: ['linked'], completion: 'told' }, at(77));
    expect(status).toMatchObject({ id: activation.id, state, version: activation.version, observes: ['linked'] });
    expect(status.serverTime).toBe('2026-05-04T10:01:17.000Z');
    expect(status.expiresAt === null).toBe(!isPending(activation));
    for (const secret of [...secrets, 'sealed payload', 'sealed credential', states.issued.registrationIdentifier]) {
      expect(JSON.stringify(status).replaceAll(activation.id, '')).not.toContain(secret);
    }
  });

  it('a completion counts as reported only if the start of it was observed', () => {
    expect(completionOf(states.issued)).toBe('inferred');
    expect(completionOf(link(states.issued, { instanceId: 'X-1', mosaic: null }, at(400), at(4)))).toBe('inferred');
    expect([states.scanned, states.linked, states.active].map(completionOf)).toEqual(['told', 'told', 'told']);
  });

  it('a page’s view names the device once there is one, and the reason of a failure', () => {
    expect(described(states.linked).instanceId).toBe('VDS1000042-1');
    expect(described(states.active).instanceId).toBe('VDS1000042-1');
    expect(described(states.issued).instanceId).toBeNull();
    expect(described(states.failed).failure).toBe('too-many-wrong-passwords');
    expect(described(states.expired).failure).toBeNull();
  });
});

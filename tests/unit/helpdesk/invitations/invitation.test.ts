import { describe, expect, it } from 'vitest';
import {
  complete,
  expire,
  isCurrent,
  open,
  OPENED_LIFETIME_MS,
  revoke,
  send,
  withOldDevice,
  type Invitation,
} from '@/lib/helpdesk/invitations/invitation';
import { summarizeInvitation } from '@/lib/helpdesk/invitations/invitation-summary';
import { askedFor, dueAct, settled, type OldDevice } from '@/lib/helpdesk/invitations/old-device';
import { HOUR } from '@/lib/shared/time/duration';
import { at } from '../../../support/doubles/fake-activations';
import { aHash, invitationInEveryState, type EveryInvitation } from '../../../support/doubles/fake-invitations';

const states = invitationInEveryState('jane.doe');
const all = Object.entries(states) as [keyof EveryInvitation, Invitation][];

describe('an invitation', () => {
  it('an invitation is current until it has ended', () => {
    const current = all.filter(([, invitation]) => isCurrent(invitation)).map(([name]) => name);
    expect(current).toEqual(['awaiting', 'live', 'shown', 'opened']);
    for (const [, invitation] of all) expect('endedAt' in invitation).toBe(!isCurrent(invitation));
  });

  it('an invitation’s version grows by one with every move, and its request never changes', () => {
    const way = [states.awaiting, states.live, states.shown, states.opened, states.used];
    expect(way.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    const { id, userId, domain, ticket, evidence, requestedBy, requestedAt } = states.awaiting;
    const asked = { id, userId, domain, ticket, evidence, requestedBy, requestedAt };
    for (const [, invitation] of all) expect(invitation).toMatchObject(asked);
  });

  it('an invitation holds its secrets while live, and in no other state', () => {
    for (const [name, invitation] of all) {
      const isLive = name === 'live' || name === 'shown';
      for (const secret of ['tokenHash', 'codeHash', 'readOut']) expect(secret in invitation).toBe(isLive);
    }
  });

  it('an invitation’s time starts when it is sent, not when it is requested', () => {
    const secrets = { tokenHash: aHash(), codeHash: null };
    const sent = send(states.awaiting, secrets, 'approver', at(500));
    expect(sent.endsAt.getTime() - sent.sentAt.getTime()).toBe(HOUR);
  });

  it('an opened invitation lasts half an hour, whatever was left of the link’s time', () => {
    const late = new Date(states.live.endsAt.getTime() - 1);
    const opened = open(states.live, { proof: 'code', holderHash: 'of a browser' }, late);
    expect(opened.ok && opened.value.endsAt.getTime() - late.getTime()).toBe(OPENED_LIFETIME_MS);
  });

  it('an invitation can be opened until the millisecond it expires', () => {
    const { live } = states;
    const entered = { proof: 'code', holderHash: 'of a browser' } as const;
    const justBefore = new Date(live.endsAt.getTime() - 1);
    expect(open(live, entered, live.endsAt)).toEqual({ ok: false, refusal: 'over' });
    expect(open(live, entered, justBefore).ok).toBe(true);
    expect(expire(live, justBefore)).toEqual({ ok: false, refusal: 'not-yet' });
    expect(expire(live, live.endsAt)).toMatchObject({ ok: true, value: { endedAt: live.endsAt } });
  });

  it('an ended invitation keeps how far it came', () => {
    expect(states.declined).toMatchObject({ sentAt: null, openedAt: null });
    expect(states.revoked).toMatchObject({ sentAt: at(1), openedAt: null });
    const revoked = revoke(states.opened, { why: 'by-staff', revokedBy: 'agent' }, at(9));
    expect(revoked).toMatchObject({ sentAt: at(1), openedAt: at(2), endedAt: at(9) });
  });
});

function device(fate: OldDevice['fate'], state: OldDevice['state']): OldDevice {
  return { instanceId: 'X-1', fate, state };
}

function after({ oldDevice }: Invitation): OldDevice['state'] | undefined {
  return oldDevice?.state;
}

describe('the old device', () => {
  it.each([
    ['lock', 'lost', 'lock-due'],
    ['keep', 'new-phone', 'in-use'],
    ['remove', 'lost', 'in-use'],
    ['lock', 'stolen', 'lock-due'],
    ['keep', 'stolen', 'lock-due'],
    ['remove', 'stolen', 'lock-due'],
  ] as const)('an old device to %s, reported %s, is %s at first', (fate, reason, state) => {
    expect(askedFor('X-1', fate, reason).state).toBe(state);
  });

  it('the old device is removed once a second person has agreed, locked before or not', () => {
    for (const state of ['in-use', 'lock-due', 'locked'] as const) {
      const awaiting = { ...states.awaiting, oldDevice: device('remove', state) };
      expect(after(send(awaiting, { tokenHash: aHash(), codeHash: null }, 'approver', at(1)))).toBe('removal-due');
    }
  });

  it('an old device that was kept is locked when the new one works, and left alone in every other end', () => {
    const opened = { ...states.opened, oldDevice: device('keep', 'in-use') };
    expect(after(complete(opened, { activationId: 'act', instanceId: 'X-2' }, at(3)))).toBe('lock-due');
    expect(after(revoke(opened, { why: 'by-staff', revokedBy: null }, at(3)))).toBe('in-use');
    const locked = { ...states.opened, oldDevice: device('lock', 'locked') };
    expect(after(complete(locked, { activationId: 'act', instanceId: 'X-2' }, at(3)))).toBe('locked');
  });

  it('an act on the old device is due until the gateway has done it', () => {
    expect(dueAct(device('keep', 'lock-due'))).toBe('lock');
    expect(dueAct(device('remove', 'removal-due'))).toBe('remove');
    for (const state of ['in-use', 'locked', 'removed'] as const) expect(dueAct(device('keep', state))).toBeNull();
    for (const state of ['lock-due', 'removal-due'] as const) {
      const done = settled(device('remove', state));
      expect(dueAct(done)).toBeNull();
      expect(withOldDevice(states.used, done)).toMatchObject({ version: 6, oldDevice: done, state: 'used' });
    }
  });
});

describe('what staff are told of it', () => {
  it.each(all)('the staff’s view of %s has everything but what opens it', (_name, invitation) => {
    const summary = JSON.stringify(summarizeInvitation(invitation));
    const { live, shown } = states;
    const hashes = [live.tokenHash, live.codeHash, shown.readOut?.codeHash, shown.readOut?.browserHash];
    for (const hash of hashes) expect(summary).not.toContain(hash ?? 'none');
  });

  it('the staff’s view says when a code is to be read out', () => {
    const waiting = all.filter(([, invitation]) => summarizeInvitation(invitation).awaitsReadOut).map(([name]) => name);
    expect(waiting).toEqual(['shown']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { isCurrent, revoke, withOldDevice, type Invitation } from '@/lib/helpdesk/invitations/invitation';
import type { NewMessage } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { activationInEveryState, at } from '../../../support/doubles/fake-activations';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';
import { invitationInEveryState, type EveryInvitation } from '../../../support/doubles/fake-invitations';

const STATES = Object.keys(invitationInEveryState('')) as (keyof EveryInvitation)[];
const WAY: (keyof EveryInvitation)[] = ['live', 'shown', 'opened', 'used'];
const NOTHING = { events: [], messages: [] };
let people = 0;

/** What every adapter of the port `InvitationStore` does. @param open gives stores, which need not be empty */
export function invitationStoreContract(open: () => Promise<HelpdeskStores>): void {
  let stores: HelpdeskStores;
  let user: { userId: string; domain: string };
  let states: EveryInvitation;

  beforeEach(async () => {
    stores = await open();
    user = { userId: `invited ${(people += 1)}`, domain: 'example.org' };
    states = invitationInEveryState(user.userId);
  });

  const saved = { ok: true, value: null };
  const recorded = async () => (await stores.audit.listFor(user, 10)).map(({ event }) => event.type);

  function fact(type: 'invitation-sent' | 'invitation-approved'): AuditEvent {
    const about = { actor: { kind: 'system' }, subject: user, correlationId: 'request', address: null } as const;
    return { type, invitationId: states.awaiting.id, ...about };
  }

  function mail(): NewMessage {
    const to = 'jane.doe@example.org' as MailAddress;
    const content = {
      kind: 'invitation-code',
      displayName: 'Jane',
      userId: user.userId,
      code: '23456789',
      validUntil: at(60),
    } as const;
    return {
      channel: 'mail',
      to,
      domain: 'example.org',
      language: 'en',
      timeZone: null,
      content,
      about: states.awaiting.id,
      expiresAt: null,
    };
  }

  const due = async (now: Date) =>
    (await stores.invitations.listDue(now, 1_000)).filter((one) => one.userId === user.userId);

  async function reach(state: keyof EveryInvitation): Promise<Invitation> {
    const { invitations } = stores;
    expect(await invitations.create(states.awaiting, null, NOTHING)).toEqual(saved);
    const before = { revoked: ['live'], expired: ['live'], declined: [] } as const;
    const steps = WAY.includes(state)
      ? WAY.slice(0, WAY.indexOf(state) + 1)
      : [...(before[state as keyof typeof before] ?? []), state];
    for (const step of state === 'awaiting' ? [] : steps)
      expect(await invitations.save(states[step], NOTHING)).toEqual(saved);
    return states[state];
  }

  describe('keeping', () => {
    it.each(STATES)('an invitation that is %s is read back as it was saved', async (state) => {
      const invitation = await reach(state);
      expect(await stores.invitations.find(invitation.id, invitation.domain)).toEqual(invitation);
      expect(await stores.invitations.findCurrent(user)).toEqual(isCurrent(invitation) ? invitation : null);
      expect(await stores.invitations.listFor(user, 10)).toEqual([invitation]);
    });

    it('an invitation is not there for another domain', async () => {
      const { id } = await reach('live');
      expect(await stores.invitations.find(id, 'elsewhere')).toBeNull();
    });

    it('an invitation without old device, words, codes and approver is read back', async () => {
      const { live } = states;
      const bare = { ...live, oldDevice: null, reasonText: null, codeHash: null, approvedBy: null, evidence: [] };
      await stores.invitations.create(bare, null, NOTHING);
      expect(await stores.invitations.find(bare.id, bare.domain)).toEqual(bare);
    });

    it.each(['live', 'shown', 'opened', 'used', 'revoked', 'expired'] as const)(
      'an invitation that is %s is found by its link, so that an old link gets an explanation',
      async (state) => {
        const invitation = await reach(state);
        expect(await stores.invitations.findByToken(states.live.tokenHash)).toEqual(invitation);
      },
    );

    it('an invitation is found by the browser that shows its code or was let in, until it ends', async () => {
      const browserHash = states.shown.readOut?.browserHash ?? '';
      const found = () => stores.invitations.findByBrowser(browserHash);
      await reach('live');
      expect(await found()).toBeNull();
      await stores.invitations.save(states.shown, NOTHING);
      expect(await found()).toEqual(states.shown);
      await stores.invitations.save(states.opened, NOTHING);
      expect(await found()).toEqual(states.opened);
      await stores.invitations.save(states.used, NOTHING);
      expect(await found()).toBeNull();
    });

    it('the store returns null for an unknown invitation', async () => {
      expect(await stores.invitations.find(states.awaiting.id, states.awaiting.domain)).toBeNull();
      expect(await stores.invitations.findByToken('unknown')).toBeNull();
      expect(await stores.invitations.findByBrowser('unknown')).toBeNull();
    });

    it('invitations since a time are listed newest first, and awaiting ones oldest first', async () => {
      const late = { ...invitationInEveryState(`${user.userId} late`).awaiting, requestedAt: at(50) };
      await stores.invitations.create(states.awaiting, null, NOTHING);
      await stores.invitations.create(late, null, NOTHING);
      const ours = new Set<string>([states.awaiting.id, late.id]);
      const since = await stores.invitations.listSince(late.domain, at(0), 1_000);
      expect(since.filter(({ id }) => ours.has(id))).toEqual([late, states.awaiting]);
      expect((await stores.invitations.listSince(late.domain, at(1), 1_000)).map(({ id }) => id)).not.toContain(
        states.awaiting.id,
      );
      const awaiting = await stores.invitations.listAwaiting(late.domain, 1_000);
      expect(awaiting.filter(({ id }) => ours.has(id))).toEqual([states.awaiting, late]);
    });
  });

  describe('one at a time', () => {
    it('a second current invitation is refused, without audit events or messages', async () => {
      await stores.invitations.create(states.awaiting, null, NOTHING);
      const second = invitationInEveryState(user.userId).live;
      const sideEffects = { events: [fact('invitation-sent')], messages: [{ ...mail(), about: second.id }] };
      expect(await stores.invitations.create(second, null, sideEffects)).toEqual({
        ok: false,
        refusal: 'already-current',
      });
      expect(await stores.invitations.find(second.id, second.domain)).toBeNull();
      expect(await recorded()).toEqual([]);
      expect(await stores.outbox.listAbout(second.id)).toEqual([]);
    });

    it('a new invitation and the end of the one before are saved together', async () => {
      await reach('live');
      const second = invitationInEveryState(user.userId).live;
      expect(await stores.invitations.create(second, states.revoked, NOTHING)).toEqual(saved);
      expect(await stores.invitations.find(states.live.id, states.live.domain)).toEqual(states.revoked);
      expect(await stores.invitations.findCurrent(user)).toEqual(second);
    });

    it('a new invitation is refused if the one before has moved meanwhile', async () => {
      await reach('shown');
      const second = invitationInEveryState(user.userId).live;
      const created = await stores.invitations.create(second, states.revoked, NOTHING);
      expect(created).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await stores.invitations.find(second.id, second.domain)).toBeNull();
      expect(await stores.invitations.findCurrent(user)).toEqual(states.shown);
    });

    it('only one of many concurrent invitations of a user is created', async () => {
      const many = Array.from({ length: 8 }, () => invitationInEveryState(user.userId).live);
      const created = await Promise.all(many.map((one) => stores.invitations.create(one, null, NOTHING)));
      expect(created.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('saving a move', () => {
    it('a move from a stale version of an invitation is refused', async () => {
      await reach('shown');
      const sideEffects = { events: [fact('invitation-sent')], messages: [mail()] };
      const stale = await stores.invitations.save(states.revoked, sideEffects);
      expect(stale).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await stores.invitations.find(states.live.id, states.live.domain)).toEqual(states.shown);
      expect(await recorded()).toEqual([]);
      expect(await stores.outbox.listAbout(states.live.id)).toEqual([]);
    });

    it('only one of several concurrent moves of an invitation is saved', async () => {
      await reach('live');
      const moves = [states.shown, states.revoked, states.expired];
      const all = await Promise.all(moves.map((move) => stores.invitations.save(move, NOTHING)));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('an invitation’s audit events and messages are saved with its move', async () => {
      await stores.invitations.create(states.awaiting, null, NOTHING);
      const events = [fact('invitation-approved'), fact('invitation-sent')];
      await stores.invitations.save(states.live, { events, messages: [mail()] });
      expect(await recorded()).toEqual(['invitation-sent', 'invitation-approved']);
      expect(await stores.outbox.listAbout(states.live.id)).toMatchObject([
        { kind: 'invitation-code', state: 'pending' },
      ]);
    });

    it.each(['revoked', 'expired'] as const)(
      'the unsent messages of an invitation that is %s are withdrawn',
      async (state) => {
        await stores.invitations.create(states.awaiting, null, NOTHING);
        await stores.invitations.save(states.live, { events: [], messages: [mail()] });
        await stores.invitations.save(states[state], NOTHING);
        expect(await stores.outbox.listAbout(states.live.id)).toMatchObject([{ state: 'withdrawn' }]);
      },
    );
  });

  describe('what is due', () => {
    it('a revoked invitation is due until its activation has ended', async () => {
      await reach('live');
      const { requested, cancelled } = activationInEveryState(user.userId);
      await stores.activations.create({ ...requested, invitationId: states.live.id }, null, at(30), []);
      expect(await due(at(3))).toEqual([]);
      await stores.invitations.save(states.revoked, NOTHING);
      expect(await due(at(3))).toEqual([states.revoked]);
      const ended = { ...cancelled, version: requested.version + 1, invitationId: states.live.id };
      await stores.activations.save(ended, []);
      expect(await due(at(3))).toEqual([]);
    });

    it('a current invitation is due when its time is over', async () => {
      await reach('live');
      const { endsAt } = states.live;
      expect(await due(new Date(endsAt.getTime() - 1))).toEqual([]);
      expect(await due(endsAt)).toEqual([states.live]);
      await stores.invitations.save(states.expired, NOTHING);
      expect(await due(endsAt)).toEqual([]);
    });

    it.each(['lock-due', 'removal-due'] as const)(
      'an invitation whose old device is %s is due, also after it has ended',
      async (state) => {
        const ended = await reach('revoked');
        const device = { instanceId: 'VDS1000042-1', fate: 'remove', state } as const;
        const waiting = withOldDevice(ended, device);
        await stores.invitations.save(waiting, NOTHING);
        expect(await due(at(0))).toEqual([waiting]);
        const done = withOldDevice(waiting, { ...device, state: state === 'lock-due' ? 'locked' : 'removed' });
        await stores.invitations.save(done, NOTHING);
        expect(await due(at(0))).toEqual([]);
      },
    );
  });

  it('every write of an invitation is announced to the change feed', async () => {
    let notices = 0;
    const unsubscribe = await stores.changeFeed.subscribe(states.awaiting.id, () => (notices += 1));
    await stores.invitations.create(states.awaiting, null, NOTHING);
    await expect.poll(() => notices).toBe(1);
    await stores.invitations.save(states.live, NOTHING);
    await expect.poll(() => notices).toBe(2);
    const next = invitationInEveryState(user.userId).live;
    const ended = revoke(states.live, { why: 'replaced', revokedBy: 'helpdesk' }, at(5));
    await stores.invitations.create(next, ended, NOTHING);
    await expect.poll(() => notices).toBe(3);
    unsubscribe();
  });
}

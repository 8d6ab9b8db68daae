import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import type { ServiceAccountRequester } from '@/lib/accounts/users/principal';
import { prepareReissue } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { requestAsSystem } from '@/lib/helpdesk/desk/reissue/request-as-system';
import type { OldDeviceFate } from '@/lib/helpdesk/invitations/reissue';
import { approveInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { findLinkByLetterCode } from '@/lib/helpdesk/invitations/find-link-by-letter-code';
import { requestAsAgent, type TypedReissue } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { revokeInvitation } from '@/lib/helpdesk/invitations/revoke-invitation';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { sha256OfText } from '@/lib/shared/bytes';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import type { MemoryUserDirectory } from '../../../../support/doubles/stores/memory-user-directory';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../../support/doubles/principal';
import { checkedTwice, invite, typedReissue } from '../typed-reissue';

/** Asking for an invitation. @param current gives the world */
export function requestInvitationSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  const system: ServiceAccountRequester = {
    id: 'svc-00',
    domain: 'example.org',
    name: 'Tickets',
    keyShownTo: 'anna',
    scopes: new Set(),
  };
  const request = (changes: Partial<TypedReissue> = {}, agent = world.agent, user: User = jane) =>
    requestAsAgent(world.ports, signedInAs(agent), user, typedReissue(changes), ORIGIN);
  const find = (id: Awaited<ReturnType<typeof invite>>['id']) => world.ports.invitations.find(id, 'example.org');
  const devices = async () =>
    (await world.fake.directory.list(jane)).map(({ instanceId, state }) => [instanceId, state]);
  const recorded = async () => (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type).toReversed();

  async function reachLimit(): Promise<string> {
    let instanceId = '';
    for (let activated = 0; activated < 3; activated++) ({ instanceId } = await world.activate(jane));
    return instanceId;
  }

  describe('sends', () => {
    it('a link by mail to the first address, and keeps nothing that opens it', async () => {
      const invitation = await invite(world, jane);
      const mails = (await world.mailbox.about(jane.userId)).filter(({ content }) => content.kind === 'invitation');
      expect(mails.map(({ to }) => to)).toEqual([jane.mailAddresses[0]]);
      const { invitationLink, proof } = await world.mailbox.newest(jane.userId, 'invitation');
      expect(proof).toBe('password');
      const token = FakeMailbox.tokenOf(invitationLink);
      expect(token).toMatch(/^[\w-]{43}$/);
      const kept = JSON.stringify([await find(invitation.id), await world.ports.audit.listFor(jane, 50)]);
      expect(kept).not.toContain(token);
      expect(invitation).toMatchObject({ state: 'live', tokenHash: await sha256OfText(token), codeHash: null });
    });

    it('a code to type in place of the link where mails contain none', async () => {
      const { settings } = world.ports;
      world.ports.settings = { ...settings, mailLinks: false };
      const invitation = await invite(world, jane);
      world.ports.settings = settings;
      const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
      expect(invitationLink.split('#')[0]).toBe('https://tessera.example.org/invitation/code');
      const found = await findLinkByLetterCode(world.ports, FakeMailbox.tokenOf(invitationLink), ORIGIN);
      if (!found.ok) throw new Error(found.refusal);
      expect(invitation).toMatchObject({ tokenHash: await sha256OfText(found.value) });
    });

    it('a letter to the printer and its code to the person, which never travel together', async () => {
      await invite(world, jane, { delivery: 'letter', lifetimeMs: 14 * DAY });
      const mails = await world.mailbox.about(jane.userId);
      const ways = Object.fromEntries(mails.map(({ to, content }) => [content.kind, to]));
      expect(ways).toEqual({
        'invitation-letter': 'printer@example.org',
        'invitation-code': jane.mailAddresses[0],
      });
      const { code } = await world.mailbox.newest(jane.userId, 'invitation-code');
      const letter = await world.mailbox.newest(jane.userId, 'invitation-letter');
      const { invitationLink } = letter;
      const typed = await findLinkByLetterCode(world.ports, letter.code, ORIGIN);
      expect(typed).toEqual({ ok: true, value: FakeMailbox.tokenOf(invitationLink) });
      expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      const written = (kind: string) => JSON.stringify(mails.find(({ content }) => content.kind === kind));
      expect(written('invitation-letter')).not.toContain(code);
      expect(written('invitation-code')).not.toContain(FakeMailbox.tokenOf(invitationLink));
    });

    it('a request records who asked for what, and how the caller was checked', async () => {
      const checks = await checkedTwice(world, jane);
      await invite(world, jane, { reason: 'other', reasonText: ' Dropped\n into a lake ', checks });
      const record = (await world.ports.audit.listFor(jane, 50)).find(
        ({ event }) => event.type === 'invitation-requested',
      );
      expect(record?.event).toMatchObject({
        actor: { kind: 'user', userId: 'agent' },
        reason: 'other',
        reasonText: 'Dropped into a lake',
        ticket: 'T-1',
        weight: 4,
        required: 3,
        evidence: [{ method: 'call-back', detail: '…03' }, { method: 'manager' }, { method: 'identity-document' }],
        needsApproval: false,
      });
      const byManager = ['manager-asked', 'manager-answered'];
      expect(await recorded()).toEqual([...byManager, 'invitation-requested', 'invitation-sent']);
    });
  });

  describe('the old device', () => {
    it.each([
      ['is locked at once where that is asked', 'lost', 'lock', 'locked'],
      ['goes on working where it is kept', 'new-phone', 'keep', 'active'],
      ['is locked at once when it is stolen, whatever else is to happen to it', 'stolen', 'keep', 'locked'],
      ['is locked at once when it is stolen, while its removal waits', 'stolen', 'remove', 'locked'],
    ] as const)('%s', async (_name, reason, fate, state) => {
      const { instanceId } = await world.activate(jane);
      await invite(world, jane, { reason, oldDevice: { instanceId, fate } });
      expect(await devices()).toEqual([[instanceId, state]]);
    });

    it('a stolen device is locked as soon as the gateway answers again', async () => {
      const { instanceId } = await world.activate(jane);
      world.directory.isReachable = false;
      const { id } = await invite(world, jane, { reason: 'stolen', oldDevice: { instanceId, fate: 'keep' } });
      world.directory.isReachable = true;
      expect(await devices()).toEqual([[instanceId, 'active']]);
      expect(await find(id)).toMatchObject({ oldDevice: { state: 'lock-due' } });
      expect(await world.watch()).toEqual([]);
      expect(await devices()).toEqual([[instanceId, 'locked']]);
      expect(await find(id)).toMatchObject({ oldDevice: { state: 'locked' } });
      expect(await recorded()).toContain('device-locked-by-helpdesk');
    });

    it('a stolen device has to be named, and has to be the user’s', async () => {
      await world.activate(jane);
      const john = await world.newcomer();
      const other = await world.activate(john);
      const oldDevice = { instanceId: other.instanceId, fate: 'lock' } as const;
      expect(await request({ reason: 'stolen' })).toEqual({ ok: false, refusal: 'old-device-missing' });
      expect(await request({ oldDevice })).toEqual({ ok: false, refusal: 'old-device-missing' });
      expect((await world.fake.directory.list(john))[0]?.state).toBe('active');
    });
  });

  describe('the limit of devices', () => {
    it('the form knows the limit, and an agent may go on, since a removal can be on its way', async () => {
      await reachLimit();
      const form = await prepareReissue(world.ports, signedInAs(world.agent), jane);
      expect(form).toMatchObject({ ok: true, value: { limits: { used: 3, limit: 3 } } });
      expect((await request()).ok).toBe(true);
    });

    it('a system is refused where nothing makes room, and not where the old device is removed', async () => {
      const instanceId = await reachLimit();
      const ask = (fate: OldDeviceFate) =>
        requestAsSystem(world.ports, system, jane, { ...typedReissue(), oldDevice: { instanceId, fate } }, ORIGIN);
      for (const fate of ['keep', 'lock'] as const)
        expect(await ask(fate)).toEqual({ ok: false, refusal: 'activation-limit-reached' });
      const refusal = { type: 'invitation-refused', reason: 'activation-limit-reached' };
      const records = await world.ports.audit.listFor(jane, 2);
      expect(records.map(({ event }) => event)).toMatchObject([refusal, refusal]);
      expect((await devices()).map(([, state]) => state)).toEqual(['active', 'active', 'active']);
      expect(await world.ports.invitations.findCurrent(jane)).toBeNull();
      expect(await ask('remove')).toMatchObject({ ok: true, value: { state: 'awaiting-approval' } });
    });
  });

  describe('is refused', () => {
    it.each<[string, Partial<TypedReissue>]>([
      ['ticket-missing', { ticket: '  ' }],
      ['ticket-missing', { ticket: 'x'.repeat(65) }],
      ['reason-missing', { reason: 'other' }],
      ['lifetime-out-of-range', { lifetimeMs: 5 * MINUTE - 1 }],
      ['lifetime-out-of-range', { lifetimeMs: 24 * HOUR + 1 }],
      ['lifetime-out-of-range', { lifetimeMs: Number.NaN }],
      ['lifetime-out-of-range', { lifetimeMs: 14 * DAY + 1, delivery: 'letter' }],
      ['justification-missing', { justification: 'too short' }],
    ])('a request is refused with %s, and recorded', async (refusal, changes) => {
      expect(await request(changes)).toEqual({ ok: false, refusal });
      expect(await recorded()).toEqual(['invitation-refused']);
      expect(await world.ports.invitations.findCurrent(jane)).toBeNull();
    });

    it('a request is refused for oneself, for unknown users, and without an address', async () => {
      expect(await request({}, world.agent, world.agent)).toEqual({ ok: false, refusal: 'own-account' });
      const nobody = { ...jane, userId: 'nobody' };
      expect(await request({}, world.agent, nobody)).toEqual({ ok: false, refusal: 'not-found' });
      const { settings } = world.ports;
      world.ports.settings = { ...settings, printAddress: null };
      expect(await request({ delivery: 'letter' })).toEqual({ ok: false, refusal: 'letter-not-possible' });
      world.ports.settings = settings;
    });

    it('a request is refused for a disabled user, also at its approval', async () => {
      const guarded = await world.newcomer('board');
      const asked = await request({}, world.agent, guarded);
      if (!asked.ok) throw new Error(asked.refusal);
      const users = world.ports.users as MemoryUserDirectory;
      for (const user of [jane, guarded]) users.disable(user);
      const disabled = { ok: false, refusal: 'account-disabled' };
      expect(await request()).toEqual(disabled);
      expect(await recorded()).toEqual(['invitation-refused']);
      expect(await approveInvitation(world.ports, signedInAs(world.approver), asked.value.id, ORIGIN)).toEqual(
        disabled,
      );
      expect(await find(asked.value.id)).toMatchObject({ state: 'awaiting-approval' });
    });

    it('threat: a system’s refused requests, and its many, block the helpdesk from none for the same user', async () => {
      for (let asked = 0; asked < 25; asked++)
        expect(await requestAsSystem(world.ports, system, jane, typedReissue({ ticket: ' ' }), ORIGIN)).toEqual({
          ok: false,
          refusal: 'ticket-missing',
        });
      for (let asked = 0; asked < 20; asked++)
        expect((await requestAsSystem(world.ports, system, jane, typedReissue({ ticket: 'T-1' }), ORIGIN)).ok).toBe(
          true,
        );
      expect(await requestAsSystem(world.ports, system, jane, typedReissue({ ticket: 'T-1' }), ORIGIN)).toEqual({
        ok: false,
        refusal: 'too-many-invitations',
      });
      expect((await request()).ok).toBe(true);
    });

    it('a caller check that fails costs no invitation', async () => {
      const checks = { ...typedReissue().checks, numberCalled: '+32 2 000 00 00' };
      for (let asked = 0; asked < 25; asked++)
        expect(await request({ checks })).toEqual({ ok: false, refusal: 'number-not-on-record' });
      expect((await request()).ok).toBe(true);
    });

    it('requests are refused after twenty a day for one user, of all agents together', async () => {
      for (let asked = 0; asked < 20; asked++)
        expect((await request({}, asked % 2 === 0 ? world.agent : world.otherAgent)).ok).toBe(true);
      expect(await request()).toEqual({ ok: false, refusal: 'too-many-invitations' });
      world.fake.pass(25 * HOUR);
      expect((await request()).ok).toBe(true);
    });
  });

  describe('one at a time', () => {
    it('a new one revokes the one before, and calls off its mail', async () => {
      const first = await invite(world, jane);
      const second = await invite(world, jane);
      expect(await find(first.id)).toMatchObject({ state: 'revoked', why: 'replaced', revokedBy: 'agent' });
      expect(await world.ports.invitations.findCurrent(jane)).toEqual(second);
      expect(await world.stores.outbox.listAbout(first.id)).toContainEqual(
        expect.objectContaining({ kind: 'invitation', state: 'withdrawn' }),
      );
    });

    it('two agents who ask at once leave exactly one invitation, and end the other', async () => {
      const both = await Promise.all([request(), request({}, world.otherAgent), request()]);
      for (const one of both) expect(one.ok).toBe(true);
      const all = await world.ports.invitations.listFor(jane, 10);
      expect(all.map(({ state }) => state).toSorted((left, right) => left.localeCompare(right))).toEqual([
        'live',
        'revoked',
        'revoked',
      ]);
    });
  });

  it('revoking ends an invitation at any time, once', async () => {
    const invitation = await invite(world, jane);
    const by = { why: 'by-staff', actor: { kind: 'user', userId: 'other.agent' } } as const;
    const all = await Promise.all([1, 2, 3].map(() => revokeInvitation(world.ports, invitation, by, ORIGIN)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await find(invitation.id)).toMatchObject({ state: 'revoked', revokedBy: 'other.agent' });
    expect(await recorded()).toContain('invitation-revoked');
  });

  it('an invitation expires when it is not opened, and this is reported', async () => {
    const { id } = await invite(world, jane, { lifetimeMs: 5 * MINUTE });
    world.fake.pass(5 * MINUTE - 1);
    await world.watch();
    expect(await find(id)).toMatchObject({ state: 'live' });
    world.fake.pass(1);
    await world.watch();
    expect(await find(id)).toMatchObject({ state: 'expired' });
    expect(await recorded()).toContain('invitation-expired');
  });
}

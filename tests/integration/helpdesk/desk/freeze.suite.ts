import { beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/lib/accounts/sessions/open-session';
import type { User } from '@/lib/accounts/users/user';
import { startActivation } from '@/lib/activation/start/start-activation';
import { ownContext } from '@/lib/audit/audit-context';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import type { ApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { requestLift, type TypedLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { listLifts } from '@/lib/helpdesk/safety/freeze/list-lifts';
import { perObject } from '@/lib/accounts/sign-in/limits';
import { sealFreeze } from '@/lib/wire/crypto/messages/device-details-message';
import { sealDeviceReport } from '@/lib/wire/crypto/messages/device-report-message';
import type { Keeping } from '@/lib/shared/keeping';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakePhone } from '../../../support/doubles/fake-phone';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { invite, typedReissue } from './typed-reissue';

const CHECKED: TypedLift = {
  ticket: 'T-1',
  notes: [
    { method: 'call-back', detail: '+32 2 555 12 12' },
    { method: 'manager', detail: 'Max Poe' },
  ],
};

const sealed = async ({ instanceKey }: FakePhone, instanceId: string, askedAt: number) =>
  hexFromBytes(await sealFreeze(instanceKey, instanceId, askedAt, systemRandom.bytes(12)));

/** What a page of approvals carries of a request that it shows. */

/** Freezing everything, and lifting that. @param current gives the world */
export function freezeSuite(current: () => FakeHelpdesk): void {
  describe('a freeze', () => {
    let world: FakeHelpdesk;
    let jane: User;

    beforeEach(async () => {
      world = current();
      jane = await world.newcomer();
    });

    const freeze = () => freezeAccount(world.ports, jane, 'person', ownContext(jane, ORIGIN));
    const devices = async () =>
      (await world.fake.directory.list(jane)).map(({ name, state }) => `${name}: ${state}`).toReversed();
    const signIn = async () => {
      const settings = { sessionLifetimeMs: HOUR };
      const epoch = await world.ports.sessions.epochOf(jane);
      return openSession(
        { ...world.ports, settings },
        jane,
        { type: 'sign-in-succeeded', isNewBrowser: false },
        ORIGIN,
        epoch,
      );
    };
    const liftOf = ({ id }: { id: ApprovalId }) => world.ports.approvals.find(LIFTS, id, jane.domain);
    const ask = (typed = CHECKED) => requestLift(world.ports, signedInAs(world.agent), jane, typed, ORIGIN);

    it('a freeze ends sessions, invitations and what is pending, locks every device, and blocks new starts', async () => {
      await world.activate(jane, 'First phone');
      await world.activate(jane, 'Second phone');
      const session = await signIn();
      await invite(world, jane);
      const pending = await startActivation(world.fake.ports, jane, { deviceName: 'Third', startKey: null }, ORIGIN);
      expect(await freeze()).toMatchObject({ ok: true, value: { about: 'frozen', proof: 'session' } });

      expect(session && (await world.ports.sessions.find(session.session.id, world.ports.clock.now()))).toBeNull();
      expect(await signIn()).toBeNull();
      expect(await devices()).toEqual(['First phone: locked', 'Second phone: locked']);
      expect(pending.ok && (await world.fake.ports.store.find(pending.value.id, pending.value.domain))).toMatchObject({
        state: 'cancelled',
      });
      expect(await world.ports.invitations.findCurrent(jane)).toBeNull();
      const frozen = { ok: false, refusal: 'account-frozen' };
      const again = { deviceName: 'Fourth', startKey: null };
      expect(await startActivation(world.fake.ports, jane, again, ORIGIN)).toEqual(frozen);
      expect(await requestAsAgent(world.ports, signedInAs(world.agent), jane, typedReissue(), ORIGIN)).toEqual(frozen);
      expect(await freeze()).toEqual({ ok: false, refusal: 'already-frozen' });
    });

    it('threat: a thief lifts the lock of one device: its user’s own unlocking leaves it locked', async () => {
      const { instanceId } = await world.activate(jane);
      await freeze();
      const unlocked = await changeAuthenticator(world.ports, jane, instanceId, { kind: 'unlock' }, ORIGIN);
      expect(unlocked).toEqual({ ok: false, refusal: 'held' });
      expect(await devices()).toEqual(['Old phone: locked']);
    });

    it('a freeze is finished by the round when the gateway was unreachable', async () => {
      await world.activate(jane);
      world.directory.isReachable = false;
      await freeze();
      expect(await signIn()).toBeNull();
      world.directory.isReachable = true;
      expect(await world.watch()).toEqual([]);
      expect(await devices()).toEqual(['Old phone: locked']);
    });

    it('a freeze is lifted by two staff after a caller check, and other causes stay', async () => {
      const first = await world.activate(jane, 'First phone');
      await world.activate(jane, 'Second phone');
      await changeAuthenticator(world.ports, jane, first.instanceId, { kind: 'lock' }, ORIGIN);
      await freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      expect(await ask()).toEqual({ ok: false, refusal: 'already-asked' });
      const decide = (approver: User) =>
        decideApproval(world.ports, LIFTS, signedInAs(approver), asked.value.id, 'approved', ORIGIN);
      expect(await decide(world.agent)).toEqual({ ok: false, refusal: 'own-request' });
      expect(await decide(world.approver)).toMatchObject({ ok: true, value: { state: 'approved' } });
      expect(await devices()).toEqual(['First phone: locked', 'Second phone: active']);
      expect(await signIn()).not.toBeNull();
      expect(await decide(world.approver)).toEqual({ ok: false, refusal: 'not-awaiting' });
    });

    it('a freeze stays when the second person declines, and its lifting can be requested again', async () => {
      await freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      await decideApproval(world.ports, LIFTS, signedInAs(world.approver), asked.value.id, 'declined', ORIGIN);
      expect(await signIn()).toBeNull();
      expect((await ask()).ok).toBe(true);
    });

    it('a freeze stays when its request expires as mailed, and its lifting can be requested again', async () => {
      await freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      const mailed = (await world.mailbox.about(jane.userId)).map(({ content }) => content);
      const { endsAt } = asked.value;
      expect(mailed).toContainEqual(expect.objectContaining({ kind: 'approval-requested', validUntil: endsAt }));
      world.fake.pass(endsAt.getTime() - world.ports.clock.now().getTime() - 1);
      await world.watch();
      expect(await liftOf(asked.value)).toMatchObject({ state: 'awaiting' });
      world.fake.pass(1);
      const late = await decideApproval(
        world.ports,
        LIFTS,
        signedInAs(world.approver),
        asked.value.id,
        'approved',
        ORIGIN,
      );
      expect(late).toEqual({ ok: false, refusal: 'not-awaiting' });
      expect(await world.watch()).toEqual([]);
      expect(await liftOf(asked.value)).toMatchObject({ state: 'expired' });
      expect(await world.ports.freezes.findStanding(jane)).toMatchObject({ state: 'frozen' });
      const [latest] = await world.ports.audit.listFor(jane, 1);
      expect(latest?.event).toMatchObject({
        type: 'freeze-lift-expired',
        freezeId: asked.value.subject.freezeId,
      });
      expect(await signIn()).toBeNull();
      expect((await ask()).ok).toBe(true);
    });

    it.each(['approved', 'declined'] as const)(
      'threat: a thief’s request takes the place of one that is open on a page: that page has %s neither',
      async (decision) => {
        await freeze();
        const first = await ask();
        if (!first.ok) throw new Error(first.refusal);
        const decide = (id: ApprovalId, what: 'approved' | 'declined' = decision) =>
          decideApproval(world.ports, LIFTS, signedInAs(world.approver), id, what, ORIGIN);
        await decide(first.value.id, 'declined');
        world.fake.pass(MINUTE);
        expect((await ask()).ok).toBe(true);
        const lifts = await listLifts(world.ports, world.approver);
        const listed = lifts.find(({ userId }) => userId === jane.userId);
        if (!listed) throw new Error('nothing waits');
        expect(await decide(first.value.id)).toEqual({ ok: false, refusal: 'not-awaiting' });
        expect(await liftOf(listed)).toMatchObject({ state: 'awaiting' });
        expect(await decide(listed.id)).toMatchObject({ ok: true });
      },
    );

    it.each([
      ['ticket-missing', { ...CHECKED, ticket: ' ' }],
      ['evidence-missing', { ...CHECKED, notes: [] }],
      ['evidence-malformed', { ...CHECKED, notes: [{ method: 'call-back', detail: '1' }] }],
    ] as const)('threat: a thief calls: %s', async (refusal, typed) => {
      await freeze();
      expect(await ask(typed)).toEqual({ ok: false, refusal });
    });

    it('a freeze is pressed on a phone once, and a lost answer is repeated', async () => {
      const { phone } = await world.activate(jane, 'First phone');
      await world.activate(jane, 'Second phone');
      const session = await signIn();
      const pressed = await phone.freeze();
      expect(pressed.outcome).toBe('frozen');
      expect(session && (await world.ports.sessions.find(session.session.id, world.ports.clock.now()))).toBeNull();
      expect(await devices()).toEqual(['First phone: locked', 'Second phone: locked']);
      expect(await world.ports.freezes.findStanding(jane)).toMatchObject({ frozenBy: 'phone', isSettled: true });
      expect(await phone.send('freezeEverything', pressed.message)).toBe('done');
      // A new press is as good.
      expect((await phone.freeze()).outcome).toBe('frozen');
    });

    it('a phone’s message that arrives several times concurrently is one freeze', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const message = await sealed(phone, instanceId, world.ports.clock.now().getTime());
      const sent = await Promise.all([1, 2, 3, 4].map(() => phone.send('freezeEverything', message)));
      expect(sent).toEqual(['done', 'done', 'done', 'done']);
    });

    it('threat: a thief sends a phone’s freeze again after it was lifted', async () => {
      const { phone } = await world.activate(jane);
      const { message } = await phone.freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      await decideApproval(world.ports, LIFTS, signedInAs(world.approver), asked.value.id, 'approved', ORIGIN);
      expect(await phone.send('freezeEverything', message)).toBe('registration-not-found');
      expect(await devices()).toEqual(['Old phone: active']);
      expect(await world.ports.freezes.isFrozen(jane)).toBe(false);
    });

    it('threat: a thief holds a phone’s freeze back, and sends it later', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const seal = (askedAt: number) => sealed(phone, instanceId, askedAt);
      const now = world.ports.clock.now().getTime();
      expect(await phone.send('freezeEverything', await seal(now - 2 * MINUTE - 1))).toBe('registration-not-found');
      expect(await phone.send('freezeEverything', await seal(now + 1))).toBe('registration-not-found');
      expect(await world.ports.freezes.isFrozen(jane)).toBe(false);
      expect(await phone.send('freezeEverything', await seal(now - 2 * MINUTE))).toBe('done');
    });

    it('a phone is told that its account is frozen, and not of who and what it belongs to', async () => {
      const { phone } = await world.activate(jane, 'First phone');
      await freeze();
      expect(await phone.details()).toBe('frozen');
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      await decideApproval(world.ports, LIFTS, signedInAs(world.approver), asked.value.id, 'approved', ORIGIN);
      expect(await phone.details()).toMatchObject({ device: 'First phone' });
    });

    it('threat: a thief holds a phone that was locked before, and is told nothing of the freeze', async () => {
      const { phone, instanceId } = await world.activate(jane);
      await changeAuthenticator(world.ports, jane, instanceId, { kind: 'lock' }, ORIGIN);
      await freeze();
      expect(await phone.details()).toBeNull();
      expect((await phone.freeze()).outcome).toBe('registration-not-found');
    });

    it('threat: a thief with a locked device, with another’s, or with none: one answer, and nothing frozen', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const thief = await world.newcomer();
      const { phone: other } = await world.activate(thief);
      await changeAuthenticator(world.ports, jane, instanceId, { kind: 'lock' }, ORIGIN);
      const nothing = 'registration-not-found';
      expect((await phone.freeze()).outcome).toBe(nothing);
      expect(await phone.details()).toBeNull();
      const foreign = await sealed(other, instanceId, world.ports.clock.now().getTime());
      for (const target of [instanceId, 'VDS9999999-1', 'no device'])
        for (const service of ['freezeEverything', 'describeDevice'] as const)
          expect(await other.send(service, foreign, target)).toBe(nothing);
      expect(await world.ports.freezes.isFrozen(jane)).toBe(false);
      expect(await world.ports.freezes.isFrozen(thief)).toBe(false);
    });

    it('threat: a stolen phone freezes again after each lift, until its budget is used up', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const budget = perObject('phone-freeze', instanceId);
      for (let left = budget.attempts; left > 0; left--) await world.ports.rateLimiter.take([budget]);
      expect((await phone.freeze()).outcome).toBe('paused');
      expect(await world.ports.freezes.isFrozen(jane)).toBe(false);
    });
  });

  describe('what a device says of its browser', () => {
    const place = { engine: 'webkit', platform: 'ios', isInstalled: false, deletesUnvisited: true } as const;
    const keeping = { ...place, storage: 'not-offered' } as const;

    it('a device that says how its browser keeps it is listed with that, and says it again when it has changed', async () => {
      const world = current();
      const jane = await world.newcomer();
      const { phone, instanceId } = await world.activate(jane);
      const listed = async () => (await world.ports.directory.list(jane)).map((one) => one.keeping);
      expect(await listed()).toEqual([undefined]);
      expect(await phone.report(keeping)).toBe(true);
      expect(await listed()).toEqual([keeping]);
      const installed = { ...keeping, isInstalled: true, deletesUnvisited: false };
      expect(await phone.report(installed)).toBe(true);
      expect(await listed()).toEqual([installed]);
      await changeAuthenticator(world.ports, jane, instanceId, { kind: 'lock' }, ORIGIN);
      expect(await phone.report(keeping)).toBe(false);
      expect(await listed()).toEqual([installed]);
    });

    it('threat: a thief says something of another’s device, or says what is no fact', async () => {
      const world = current();
      const jane = await world.newcomer();
      const { phone, instanceId } = await world.activate(jane);
      const { phone: other, instanceId: ownId } = await world.activate(await world.newcomer());
      const seal = async (fact: object) =>
        hexFromBytes(await sealDeviceReport(other.instanceKey, ownId, fact as Keeping, systemRandom.bytes(12)));
      for (const target of [instanceId, 'VDS9999999-1', 'no device'])
        expect(await other.send('reportDevice', await seal(keeping), target)).toBe('registration-not-found');
      for (const wrong of [{}, { ...keeping, engine: 'presto' }, { ...keeping, isInstalled: 'yes' }])
        expect(await other.send('reportDevice', await seal(wrong), ownId)).toBe('registration-not-found');
      expect(await phone.report(keeping)).toBe(true);
    });
  });

  describe('a device’s question about itself', () => {
    it('a device’s question about itself is answered with current names, until its budget is used up', async () => {
      const world = current();
      const jane = await world.newcomer();
      const { phone, instanceId } = await world.activate(jane, 'My phone');
      const names = { organisation: 'Example Bank', person: jane.displayName, trustedFrom: null, hasCopy: false };
      expect(await phone.details()).toEqual({ ...names, device: 'My phone' });
      await changeAuthenticator(world.ports, jane, instanceId, { kind: 'rename', name: 'Blue phone' }, ORIGIN);
      expect(await phone.details()).toEqual({ ...names, device: 'Blue phone' });
      const budget = perObject('device-question', instanceId);
      for (let left = budget.attempts; left > 0; left--) await world.ports.rateLimiter.take([budget]);
      expect(await phone.details()).toBeNull();
    });
  });
}

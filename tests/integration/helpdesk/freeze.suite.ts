import { beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/lib/accounts/sessions/open-session';
import type { User } from '@/lib/accounts/users/user';
import { startActivation } from '@/lib/activation/start/start-activation';
import { ownContext } from '@/lib/audit/audit-context';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { freezeAccount } from '@/lib/helpdesk/freeze/freeze-account';
import { askToLift, decideLift, type TypedLift } from '@/lib/helpdesk/freeze/lift-freeze';
import { requestInvitation } from '@/lib/helpdesk/invitations/request-invitation';
import { HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../support/doubles/principal';
import { invite, typedReissue } from './typed-reissue';

const CHECKED: TypedLift = {
  ticket: 'T-1',
  checks: [
    { method: 'call-back', detail: '+32 2 555 12 12' },
    { method: 'manager', detail: 'Max Poe' },
  ],
};

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
    const ask = (typed = CHECKED) => askToLift(world.ports, signedInAs(world.agent), jane, typed, ORIGIN);

    it('ends sessions, what is pending and invitations, locks every device, and lets nothing begin', async () => {
      await world.activate(jane, 'First phone');
      await world.activate(jane, 'Second phone');
      const session = await signIn();
      await invite(world, jane);
      const pending = await startActivation(world.fake.ports, jane, { deviceName: 'Third', startKey: null }, ORIGIN);
      expect(await freeze()).toEqual({ ok: true, value: null });

      expect(session && (await world.ports.sessions.find(session.session.id, world.ports.clock.now()))).toBeNull();
      expect(await signIn()).toBeNull();
      expect(await devices()).toEqual(['First phone: locked', 'Second phone: locked']);
      expect(pending.ok && (await world.fake.ports.store.find(pending.value.id))).toMatchObject({ state: 'cancelled' });
      expect(await world.ports.invitations.findCurrent(jane)).toBeNull();
      const frozen = { ok: false, refusal: 'account-frozen' };
      const again = { deviceName: 'Fourth', startKey: null };
      expect(await startActivation(world.fake.ports, jane, again, ORIGIN)).toEqual(frozen);
      expect(await requestInvitation(world.ports, signedInAs(world.agent), jane, typedReissue(), ORIGIN)).toEqual(
        frozen,
      );
      expect(await freeze()).toEqual({ ok: false, refusal: 'already-frozen' });
    });

    it('threat: a thief lifts the lock of one device: its user’s own unlocking leaves it locked', async () => {
      const { instanceId } = await world.activate(jane);
      await freeze();
      const unlocked = await changeAuthenticator(world.ports, jane, instanceId, { kind: 'unlock' }, ORIGIN);
      expect(unlocked).toEqual({ ok: false, refusal: 'held' });
      expect(await devices()).toEqual(['Old phone: locked']);
    });

    it('is finished by the round when the gateway was away', async () => {
      await world.activate(jane);
      world.directory.isReachable = false;
      await freeze();
      expect(await signIn()).toBeNull();
      world.directory.isReachable = true;
      expect(await world.watch()).toEqual([]);
      expect(await devices()).toEqual(['Old phone: locked']);
    });

    it('is lifted by two of the helpdesk after a caller check, with every other cause left in place', async () => {
      const first = await world.activate(jane, 'First phone');
      await world.activate(jane, 'Second phone');
      await changeAuthenticator(world.ports, jane, first.instanceId, { kind: 'lock' }, ORIGIN);
      await freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      expect(await ask()).toEqual({ ok: false, refusal: 'already-asked' });
      const decide = (approver: User) => decideLift(world.ports, approver, asked.value.id, 'approved', ORIGIN);
      expect(await decide(world.agent)).toEqual({ ok: false, refusal: 'own-request' });
      expect(await decide(world.approver)).toEqual({ ok: true, value: null });
      expect(await devices()).toEqual(['First phone: locked', 'Second phone: active']);
      expect(await signIn()).not.toBeNull();
      expect(await decide(world.approver)).toEqual({ ok: false, refusal: 'not-awaiting' });
    });

    it('stays when the second person declines, and can be asked again', async () => {
      await freeze();
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal);
      await decideLift(world.ports, world.approver, asked.value.id, 'declined', ORIGIN);
      expect(await signIn()).toBeNull();
      expect((await ask()).ok).toBe(true);
    });

    it.each([
      ['ticket-missing', { ...CHECKED, ticket: ' ' }],
      ['caller-check-insufficient', { ...CHECKED, checks: CHECKED.checks.slice(0, 1) }],
      ['evidence-malformed', { ...CHECKED, checks: [{ method: 'call-back', detail: '1' }] }],
    ] as const)('threat: a thief calls: %s', async (refusal, typed) => {
      await freeze();
      expect(await ask(typed)).toEqual({ ok: false, refusal });
    });
  });
}

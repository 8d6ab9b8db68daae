import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '@/lib/accounts/users/principal';
import type { Holder } from '@/lib/helpdesk/invitations/find-open-invitation';
import { perObject } from '@/lib/accounts/sign-in/limits';
import type { User } from '@/lib/accounts/users/user';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { findOwnActivation } from '@/lib/activation/find-own-activation';
import { gatewayPasswordBudgets } from '@/lib/activation/start/activation-credentials';
import { startActivation } from '@/lib/activation/start/start-activation';
import { startsLeft } from '@/lib/activation/start/register-activation';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { revokeInvitation } from '@/lib/helpdesk/invitations/revoke-invitation';
import { startOwn } from '../../../../support/doubles/start-own';
import { MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { activateShown, PASSWORD, type FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../../support/doubles/principal';
import { invite } from '../typed-reissue';

const INPUT = { deviceName: 'New phone', startKey: null };

/** What an invitation leads to. @param current gives the world */
export function invitedActivationSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let limited: Holder & Principal;
  let full: Holder & Principal;
  let invitation: Invitation;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    invitation = await invite(world, jane);
    limited = { ...signedInAs(jane), scope: { kind: 'invitation', invitationId: invitation.id } };
    full = signedInAs(jane);
    const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
    const typed = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' };
    const opened = await openInvitation(world.ports, typed, signedInAs(jane), ORIGIN);
    expect(opened.ok).toBe(true);
  });

  const start = (principal = limited) => startOwn(world.ports, principal, INPUT, ORIGIN);
  const find = () => world.ports.invitations.find(invitation.id, invitation.domain);

  async function started(principal = limited) {
    const result = await start(principal);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  it('an invited activation belongs to its invitation, and does not count as a start of the day', async () => {
    const before = await startsLeft(world.fake.ports, jane);
    expect(await started()).toMatchObject({ state: 'issued', invitationId: invitation.id });
    expect(await startsLeft(world.fake.ports, jane)).toEqual(before);
  });

  it('an invited activation belongs to its invitation also in the user’s full session', async () => {
    expect(await started(full)).toMatchObject({ invitationId: invitation.id });
  });

  it('an invited activation replaces the pending one, which someone else may have started', async () => {
    const own = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    if (!own.ok) throw new Error(own.refusal);
    const invited = await started();
    expect(invited.id).not.toBe(own.value.id);
    expect(await world.fake.ports.store.find(own.value.id, own.value.domain)).toMatchObject({ state: 'cancelled' });
    expect((await started()).id).toBe(invited.id);
  });

  it('an invited start that is refused ends nothing that runs, whatever refuses it', async () => {
    const own = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    if (!own.ok) throw new Error(own.refusal);
    const named = { ...INPUT, deviceName: 'x'.repeat(65) };
    expect(await startOwn(world.ports, limited, named, ORIGIN)).toEqual({ ok: false, refusal: 'device-name-invalid' });
    while (!(await world.fake.ports.rateLimiter.take([perObject('invitation-start', invitation.id)])));
    expect(await start()).toEqual({ ok: false, refusal: 'too-many-starts' });
    expect(await world.fake.ports.store.find(own.value.id, own.value.domain)).toMatchObject({ state: 'issued' });
  });

  it('an invited activation can be started five times, for images live five minutes', async () => {
    for (let image = 0; image < 5; image++) {
      const { id } = await started();
      await cancelActivation(world.fake.ports, signedInAs(jane), id, ORIGIN);
    }
    expect(await start()).toEqual({ ok: false, refusal: 'too-many-starts' });
  });

  it('an invited visitor sees only the activations of the invitation', async () => {
    const { store } = world.fake.ports;
    const invited = await started();
    expect(await findOwnActivation(store, limited, invited.id)).toEqual(await store.find(invited.id, invited.domain));
    await cancelActivation(world.fake.ports, signedInAs(jane), invited.id, ORIGIN);
    const own = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    if (!own.ok) throw new Error(own.refusal);
    expect(await findOwnActivation(store, limited, own.value.id)).toBeNull();
    expect(await findOwnActivation(store, signedInAs(jane), own.value.id)).not.toBeNull();
  });

  it('an invited activation cannot be started when the invitation is over, and ends with it', async () => {
    const { id } = await started();
    const by = { why: 'by-staff', actor: { kind: 'user', userId: 'agent' } } as const;
    await revokeInvitation(world.ports, invitation, by, ORIGIN);
    expect(await world.fake.ports.store.find(id, 'example.org')).toMatchObject({ state: 'cancelled' });
    const records = await world.ports.audit.listFor(jane, 50);
    const record = records.find(({ event }) => event.type === 'activation-cancelled');
    expect(record?.event.actor).toEqual({ kind: 'user', userId: 'agent' });
    expect(await start()).toEqual({ ok: false, refusal: 'invitation-over' });
  });

  it('an opened invitation is kept alive while a phone is busy with it, and no longer', async () => {
    world.fake.pass(29 * MINUTE);
    const { id } = await started();
    world.fake.pass(2 * MINUTE);
    await world.watch();
    expect(await find()).toMatchObject({ state: 'opened' });
    await activateShown(world.fake, jane, id);
    expect(await find()).toMatchObject({ state: 'used', activationId: id });
  });

  it('an opened invitation expires when nothing is under way', async () => {
    const { id } = await started();
    await cancelActivation(world.fake.ports, signedInAs(jane), id, ORIGIN);
    world.fake.pass(31 * MINUTE);
    expect(await start()).toEqual({ ok: false, refusal: 'invitation-over' });
    await world.watch();
    expect(await find()).toMatchObject({ state: 'expired' });
  });

  describe('where the gateway registers with a password', () => {
    beforeEach(() => world.fake.gateway.registerWith(PASSWORD));
    afterEach(() => world.fake.gateway.reset());

    it('a start without the password is refused before anything is ended or counted', async () => {
      const own = await startOwn(world.ports, signedInAs(jane), { ...INPUT, credential: PASSWORD }, ORIGIN);
      for (let count = 0; count < 6; count++)
        expect(await start()).toEqual({ ok: false, refusal: 'invitation-needs-password' });
      expect(own.ok && (await world.fake.ports.store.find(own.value.id, own.value.domain))).toMatchObject({
        state: 'issued',
      });
    });

    it('a start beyond the guesses of a password ends nothing that runs', async () => {
      const own = await startActivation(world.fake.ports, jane, { ...INPUT, credential: PASSWORD }, ORIGIN);
      const { lately } = gatewayPasswordBudgets(jane);
      while (!(await world.fake.ports.rateLimiter.take(lately)));
      expect(await startOwn(world.ports, limited, { ...INPUT, credential: PASSWORD }, ORIGIN)).toEqual({
        ok: false,
        refusal: 'too-many-attempts',
      });
      expect(own.ok && (await world.fake.ports.store.find(own.value.id, own.value.domain))).toMatchObject({
        state: 'issued',
      });
    });

    it('a start takes the password of an invited visitor', async () => {
      const answer = await startOwn(world.ports, limited, { ...INPUT, credential: PASSWORD }, ORIGIN);
      expect(answer).toMatchObject({ ok: true, value: { state: 'issued', invitationId: invitation.id } });
    });

    it('a start takes no password where the gateway needs none of the invited', async () => {
      world.fake.gateway.registerWith(PASSWORD, { registersInvited: true });
      expect(await started()).toMatchObject({ state: 'issued', invitationId: invitation.id });
      expect(world.fake.gateway.credentials).toEqual([null]);
    });
  });
}

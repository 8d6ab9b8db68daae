import { beforeEach, expect, it } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { User } from '@/lib/accounts/users/user';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { lockForSafety } from '@/lib/devices/locks/lock-and-hold';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { undoLock } from '@/lib/helpdesk/safety/locks/undo-lock';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { PASSWORD, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../support/doubles/principal';
import { activatedUser } from './activated-user';
import { invite } from './typed-reissue';

const refused = (refusal: string) => ({ ok: false, refusal });

/** An agent takes back a lock. @param current gives the world */
export function undoLockSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let instanceId: string;

  beforeEach(async () => {
    world = current();
    ({ jane, instanceId } = await activatedUser(world));
  });

  const lock = (agent = world.agent) => lockDevice(world.ports, signedInAs(agent), jane, instanceId, ORIGIN);
  const undo = (agent = world.agent) => undoLock(world.ports, signedInAs(agent), jane, instanceId, ORIGIN);
  const state = async () => (await world.fake.directory.list(jane))[0]?.state;
  const newest = async () => (await world.ports.audit.listFor(jane, 1))[0]?.event;

  it('a lock can be undone by the agent who set it, and this is recorded', async () => {
    await lock();
    expect(await undo()).toMatchObject({ ok: true });
    expect(await state()).toBe('active');
    expect(await newest()).toMatchObject({
      type: 'device-unlocked-by-helpdesk',
      instanceId,
      requestId: null,
      actor: { userId: 'agent' },
    });
    expect(await undo()).toEqual(refused('lock-not-yours'));
  });

  it('threat: another agent undoes a lock, or staff for their own account, or with a device of another user', async () => {
    await lock();
    expect(await undo(world.otherAgent)).toEqual(refused('lock-not-yours'));
    expect(await undo({ ...world.agent, userId: jane.userId })).toEqual(refused('own-account'));
    const john = await world.newcomer();
    const elsewhere = await undoLock(world.ports, signedInAs(world.agent), john, instanceId, ORIGIN);
    expect(elsewhere).toEqual(refused('not-found'));
    expect(await state()).toBe('locked');
  });

  it('a lock can be undone for a quarter of an hour', async () => {
    await lock();
    world.fake.pass(15 * MINUTE);
    expect(await undo()).toEqual(refused('lock-undo-late'));
    expect(await state()).toBe('locked');
  });

  it('a lock cannot be undone once a colleague has locked the device too', async () => {
    await lock();
    world.fake.pass(SECOND);
    await lock(world.otherAgent);
    expect(await undo()).toEqual(refused('lock-not-yours'));
    expect(await state()).toBe('locked');
  });

  it('a lock cannot be undone once the device was reported, or its owner has locked it', async () => {
    await lock();
    await changeAuthenticator(world.ports, jane, instanceId, { kind: 'lock' }, ORIGIN);
    expect(await undo()).toEqual(refused('lock-followed'));
    await changeAuthenticator(world.ports, jane, instanceId, { kind: 'unlock' }, ORIGIN);
    await lockForSafety(world.ports, jane, instanceId, 'reported');
    expect(await undo()).toEqual(refused('lock-followed'));
    expect(await state()).toBe('locked');
  });

  it('an undone lock of an invitation leaves the device alone from then on', async () => {
    const invitation = await invite(world, jane, { oldDevice: { instanceId, fate: 'lock' } });
    expect(await state()).toBe('locked');
    expect(await undo()).toMatchObject({ ok: true });
    expect(await state()).toBe('active');
    expect(await newest()).toMatchObject({ requestId: invitation.id });
    expect(await world.ports.invitations.find(invitation.id, invitation.domain)).toMatchObject({
      oldDevice: { state: 'released' },
    });
    await world.watch();
    expect(await state()).toBe('active');
  });

  it('threat: a lock cannot be undone once the invitation was opened, even at that very moment', async () => {
    const { id } = await invite(world, jane, { oldDevice: { instanceId, fate: 'lock' } });
    const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
    const proof = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: PASSWORD };
    const { invitations } = world.ports;
    // It is opened between the look at the invitation and the move of it.
    const undone = await undoLock(
      {
        ...world.ports,
        invitations: Object.assign(Object.create(invitations) as typeof invitations, {
          find: async (...[wanted]: Parameters<typeof invitations.find>) => {
            const found = await invitations.find(wanted, 'example.org');
            if (found?.state === 'live') await openInvitation(world.ports, proof, null, ORIGIN);
            return found;
          },
          save: (...move: Parameters<typeof invitations.save>) => invitations.save(...move),
        }),
      },
      signedInAs(world.agent),
      jane,
      instanceId,
      ORIGIN,
    );
    expect(await invitations.find(id, 'example.org')).toMatchObject({ state: 'opened' });
    expect(undone).toEqual(refused('lock-followed'));
    expect(await state()).toBe('locked');
  });

  it('a device stays held when the gateway does not answer to the undoing', async () => {
    await lock();
    world.directory.isReachable = false;
    await expect(undo()).rejects.toThrow(GatewayError);
    world.directory.isReachable = true;
    expect(await world.ports.holds.standing(instanceId)).toEqual(['helpdesk']);
    expect(await undo()).toMatchObject({ ok: true });
    expect(await state()).toBe('active');
  });
}

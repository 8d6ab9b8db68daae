import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { approveInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { requestRemoval, type TypedRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { activatedUser } from './activated-user';
import { invite } from './typed-reissue';

/** Staff remove a device. @param current gives the world */
export function removalSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let instanceId: string;

  beforeEach(async () => {
    world = current();
    ({ jane, instanceId } = await activatedUser(world));
  });

  const request = (changes: Partial<TypedRemoval> = {}, agent = world.agent) => {
    const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification: null, ...changes } as const;
    return requestRemoval(world.ports, signedInAs(agent), jane, typed, ORIGIN);
  };
  const devices = async () => (await world.fake.directory.list(jane)).map(({ state }) => state);

  async function asked(): Promise<Extract<Awaited<ReturnType<typeof request>>, { ok: true }>['value']> {
    const requested = await request();
    if (!requested.ok) throw new Error(requested.refusal);
    return requested.value;
  }

  it('a removal takes a second person, and is done when they agree', async () => {
    const { id } = await asked();
    expect(await devices()).toEqual(['active']);
    expect(await decideApproval(world.ports, REMOVALS, signedInAs(world.agent), id, 'approved', ORIGIN)).toEqual({
      ok: false,
      refusal: 'own-request',
    });
    expect(
      await decideApproval(world.ports, REMOVALS, signedInAs(world.approver), id, 'approved', ORIGIN),
    ).toMatchObject({
      ok: true,
      value: { state: 'approved', decidedBy: 'approver', endedAt: expect.any(Date) },
    });
    expect(await devices()).toEqual([]);
    const types = (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);
    expect(types.slice(0, 3)).toEqual(['device-removed-by-helpdesk', 'removal-approved', 'removal-requested']);
  });

  it('an approver is written which device of whom is to go, and who asks', async () => {
    await world.fake.directory.rename(instanceId, 'Pixel 9');
    await asked();
    expect(await world.mailbox.newest(jane.userId, 'approval-requested')).toMatchObject({
      action: 'removal',
      person: jane.displayName,
      device: 'Pixel 9',
      requestedBy: world.agent.displayName,
    });
  });

  it('the records of a removal name the device as it was called when its removal was requested', async () => {
    await world.fake.directory.rename(instanceId, 'Pixel 9');
    const { id } = await asked();
    await decideApproval(world.ports, REMOVALS, signedInAs(world.approver), id, 'approved', ORIGIN);
    const records = (await world.ports.audit.listFor(jane, 3)).map(({ event }) => event);
    expect(records.map((event) => ('deviceName' in event ? event.deviceName : null))).toEqual(
      Array.from({ length: 3 }, () => 'Pixel 9'),
    );
  });

  it('a removal that is declined or expires after an hour leaves the device', async () => {
    const first = await asked();
    await decideApproval(world.ports, REMOVALS, signedInAs(world.approver), first.id, 'declined', ORIGIN);
    const second = await asked();
    world.fake.pass(HOUR);
    const late = await decideApproval(world.ports, REMOVALS, signedInAs(world.approver), second.id, 'approved', ORIGIN);
    expect(late).toEqual({ ok: false, refusal: 'not-awaiting' });
    await world.watch();
    expect(await world.ports.approvals.find(REMOVALS, second.id, 'example.org')).toMatchObject({ state: 'expired' });
    expect(await devices()).toEqual(['active']);
  });

  it('an approved removal is done as soon as the gateway answers again', async () => {
    const { id } = await asked();
    world.directory.isReachable = false;
    await decideApproval(world.ports, REMOVALS, signedInAs(world.approver), id, 'approved', ORIGIN);
    world.directory.isReachable = true;
    expect(await devices()).toEqual(['active']);
    await world.watch();
    expect(await devices()).toEqual([]);
  });

  it('a removal is requested once, not by the device’s owner, and only for the owner’s device', async () => {
    await asked();
    expect(await request({}, world.otherAgent)).toEqual({ ok: false, refusal: 'already-asked' });
    expect(await request({}, { ...world.agent, userId: jane.userId })).toEqual({ ok: false, refusal: 'own-account' });
    expect(await request({ instanceId: 'VDS9999999-1' })).toEqual({ ok: false, refusal: 'not-found' });
    expect(await request({ ticket: ' ' })).toEqual({ ok: false, refusal: 'ticket-missing' });
  });

  it('threat: staff who type their own user ID in another spelling remove no device of their own', async () => {
    const agent = { ...world.agent, userId: jane.userId };
    const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification: null } as const;
    for (const userId of [jane.userId.toUpperCase(), ` ${jane.userId} `]) {
      const target = { userId, domain: jane.domain };
      expect(await requestRemoval(world.ports, signedInAs(agent), target, typed, ORIGIN)).toEqual({
        ok: false,
        refusal: 'own-account',
      });
    }
  });

  it('a removal without a second person takes a reason, and raises the alarm', async () => {
    expect(await request({ justification: 'hurry' })).toEqual({ ok: false, refusal: 'justification-missing' });
    const justification = 'A thief is signing in with it at this very moment';
    expect(await request({ justification })).toMatchObject({
      ok: true,
      value: { state: 'approved', decidedBy: null, endedAt: expect.any(Date) },
    });
    expect(await devices()).toEqual([]);
    const alarm = await world.mailbox.newest(jane.userId, 'break-glass-used');
    expect(alarm).toMatchObject({ action: 'removal', usedBy: 'agent', justification });
  });

  it('threat: staff without the permission to break the glass cannot, whichever way they ask', async () => {
    const justification = 'A thief is signing in with it at this very moment';
    expect(await request({ justification }, world.approver)).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(await devices()).toEqual(['active']);
  });

  it('a removal requested with an invitation waits and is approved with it', async () => {
    const invitation = await invite(world, jane, { oldDevice: { instanceId, fate: 'remove' } });
    expect(invitation.state).toBe('awaiting-approval');
    expect(await devices()).toEqual(['active']);
    const approved = await approveInvitation(world.ports, signedInAs(world.approver), invitation.id, ORIGIN);
    expect(approved).toMatchObject({ ok: true, value: { state: 'live', oldDevice: { state: 'removed' } } });
    expect(await devices()).toEqual([]);
  });

  it('locking takes one person, because it can only reduce access', async () => {
    expect(await lockDevice(world.ports, signedInAs(world.agent), jane, instanceId, ORIGIN)).toMatchObject({
      ok: true,
    });
    expect(await devices()).toEqual(['locked']);
    const john = await world.newcomer();
    expect(await lockDevice(world.ports, signedInAs(world.agent), john, instanceId, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });
}

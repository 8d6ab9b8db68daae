import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { approveInvitation, declineInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { listApprovals } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { checkedTwice, invite, typedReissue } from './typed-reissue';

const WHY = 'The whole trading floor cannot sign in and nobody else is here';

const APPROVERS = ['approver@example.org', 'other.agent@example.org'];

/** Four eyes. @param current gives the world */
export function secondPersonSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let boss: User;

  beforeEach(async () => {
    world = current();
    boss = await world.newcomer('board');
  });

  const approve = (id: Invitation['id'], approver: User = world.approver) =>
    approveInvitation(world.ports, signedInAs(approver), id, ORIGIN);
  /** Kind and address of every mail, in the order of the alphabet. */
  const mails = async () => {
    const received = await world.mailbox.about(boss.userId);
    return received
      .map(({ to, content }) => `${content.kind} ${to}`)
      .toSorted((left, right) => left.localeCompare(right));
  };
  const recorded = async () => (await world.ports.audit.listFor(boss, 50)).map(({ event }) => event.type).toReversed();

  it('a protected group takes a second person, before whose consent nothing is sent', async () => {
    const awaiting = await invite(world, boss);
    expect(awaiting).toMatchObject({ state: 'awaiting-approval' });
    expect(await mails()).toEqual(APPROVERS.map((to) => `approval-requested ${to}`));
    expect(await approve(awaiting.id)).toMatchObject({ ok: true, value: { state: 'live', approvedBy: 'approver' } });
    expect(await mails()).toContain(`invitation ${boss.mailAddresses[0]}`);
    expect(await recorded()).toEqual(['invitation-requested', 'invitation-approved', 'invitation-sent']);
  });

  it('staff take a second person too, since one could reach all others through them', async () => {
    const awaiting = await invite(world, world.approver);
    expect(awaiting.state).toBe('awaiting-approval');
    expect(await approve(awaiting.id)).toEqual({ ok: false, refusal: 'own-account' });
    await declineInvitation(world.ports, signedInAs(world.otherAgent), awaiting.id, ORIGIN);
  });

  it('a link’s time starts at the approval', async () => {
    const awaiting = await invite(world, boss);
    world.fake.pass(HOUR / 2);
    const approved = await approve(awaiting.id);
    const endsAt = new Date(world.ports.clock.now().getTime() + HOUR);
    expect(approved).toMatchObject({ ok: true, value: { endsAt } });
  });

  it('a second person is never the requester, whatever roles they hold', async () => {
    const changes = { reason: 'lost' } as const;
    const { id } = await invite({ ...world, agent: world.otherAgent }, boss, changes);
    expect(await approve(id, world.otherAgent)).toEqual({ ok: false, refusal: 'own-request' });
    const inOtherLetters = { ...world.otherAgent, userId: ' OTHER.agent' };
    expect(await approve(id, inOtherLetters)).toEqual({ ok: false, refusal: 'own-request' });
    const queue = await listApprovals(world.ports, world.otherAgent);
    expect(queue.find((one) => one.id === id)?.obstacle).toBe('own-request');
    expect(await world.ports.invitations.find(id, 'example.org')).toMatchObject({ state: 'awaiting-approval' });
  });

  it('only one of several concurrent decisions counts', async () => {
    const { id } = await invite(world, boss);
    const all = await Promise.all([
      approve(id),
      approve(id, world.otherAgent),
      declineInvitation(world.ports, signedInAs(world.otherAgent), id, ORIGIN),
    ]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const sent = (await mails()).filter((mail) => mail.startsWith('invitation '));
    expect(sent.length).toBe(all[2].ok ? 0 : 1);
  });

  it('a declined request sends nothing, and cannot be approved later', async () => {
    const { id } = await invite(world, boss);
    expect(await declineInvitation(world.ports, signedInAs(world.approver), id, ORIGIN)).toMatchObject({ ok: true });
    expect(await approve(id)).toEqual({ ok: false, refusal: 'not-awaiting' });
    expect(await mails()).not.toContain(`invitation ${boss.mailAddresses[0]}`);
  });

  it('an approval after an hour is too late, before and after the round', async () => {
    const { id } = await invite(world, boss);
    world.fake.pass(HOUR);
    expect(await approve(id)).toEqual({ ok: false, refusal: 'not-awaiting' });
    expect((await listApprovals(world.ports, world.approver)).map((one) => one.id)).not.toContain(id);
    await world.watch();
    expect(await world.ports.invitations.find(id, 'example.org')).toMatchObject({ state: 'expired', sentAt: null });
  });

  describe('breaking the glass', () => {
    it('an emergency goes on without a second person, and notifies every other approver', async () => {
      const live = await invite(world, boss, { justification: WHY, checks: await checkedTwice(world, boss) });
      expect(live).toMatchObject({ state: 'live', approvedBy: null, justification: WHY });
      const alarms = APPROVERS.map((to) => `break-glass-used ${to}`);
      const asked = `manager-asked ${world.manager.mailAddresses[0]}`;
      expect(await mails()).toEqual([...alarms, `invitation ${boss.mailAddresses[0]}`, asked]);
      const byManager = ['manager-asked', 'manager-answered'];
      const events = ['invitation-requested', 'break-glass-used', 'invitation-sent'];
      expect(await recorded()).toEqual([...byManager, ...events]);
    });

    it('threat: staff without the permission for it send nothing by it', async () => {
      const asked = await requestAsAgent(
        world.ports,
        signedInAs(world.approver),
        boss,
        typedReissue({ justification: WHY }),
        ORIGIN,
      );
      expect(asked).toEqual({ ok: false, refusal: 'not-permitted' });
      expect(await mails()).toEqual([]);
    });

    it('threat: a habit: it takes five a day from an agent, and refuses the sixth', async () => {
      const agent = signedInAs(world.otherAgent);
      const skip = async () => {
        const checks = await checkedTwice(world, boss, world.otherAgent);
        const typed = typedReissue({ justification: WHY, checks });
        return requestAsAgent(world.ports, agent, boss, typed, ORIGIN);
      };
      for (let count = 0; count < 5; count++) expect(await skip()).toMatchObject({ ok: true });
      // The manager is asked five times in a quarter of an hour at most.
      world.fake.pass(15 * MINUTE);
      expect(await skip()).toEqual({ ok: false, refusal: 'break-glass-used-up' });
    });

    it('threat: an emergency without any approver to alarm is refused', async () => {
      const typed = typedReissue({ justification: WHY, checks: await checkedTwice(world, boss) });
      const nobody = vi.spyOn(world.ports.users, 'listWithRole').mockResolvedValue([]);
      const asked = await requestAsAgent(world.ports, signedInAs(world.agent), boss, typed, ORIGIN);
      nobody.mockRestore();
      expect(asked).toEqual({ ok: false, refusal: 'nobody-to-alarm' });
    });

    it('an emergency is no alarm where no second person was needed', async () => {
      const jane = await world.newcomer();
      expect(await invite(world, jane, { justification: WHY })).toMatchObject({ state: 'live', justification: null });
      const types = (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);
      expect(types).not.toContain('break-glass-used');
    });
  });
}

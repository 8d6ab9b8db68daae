import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { declineInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { listBreakGlass } from '@/lib/helpdesk/approvals/list-break-glass';
import { listInvitations } from '@/lib/helpdesk/invitations/list-invitations';
import { lookUpUsers } from '@/lib/helpdesk/desk/find-users';
import { readProgress, followProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { replayMessage } from '@/lib/messaging/send-due-messages';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { checkedTwice, invite } from './typed-reissue';
import { signedInAs } from '../../../support/doubles/principal';

const WHY = 'The whole trading floor cannot sign in and nobody else is here';

/** What the helpdesk's lists show. @param current gives the world */
export function queuesSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  const queue = async () => {
    const invitations = await listInvitations(world.ports, jane.domain);
    return invitations.filter(({ userId }) => userId === jane.userId);
  };

  /** Gives up the one mail that waits for a person. */
  async function buryMail(id: string): Promise<void> {
    const now = world.ports.clock.now();
    const claimed = await world.stores.outbox.lease('mail', now, new Date(now.getTime() + MINUTE), 1_000);
    for (const { delivery, attempt } of claimed) await world.stores.outbox.bury(delivery.id, attempt, now, 'refused');
    const messages = await world.stores.outbox.listAbout(id);
    const states = messages.map(({ channel, state }) => [channel, state]);
    expect(Object.fromEntries(states)).toEqual({ mail: 'dead', webhook: 'pending' });
  }

  it('search results show who is protected, and who is invited', async () => {
    const boss = await world.newcomer('board');
    const find = async ({ userId }: User) => lookUpUsers(world.ports, jane.domain, userId, null);
    expect(await find(jane)).toMatchObject({
      value: { people: [{ userId: jane.userId, isProtected: false, isInvited: false }] },
    });
    await invite(world, jane);
    expect(await find(jane)).toMatchObject({ value: { people: [{ isInvited: true }] } });
    expect(await find(boss)).toMatchObject({ value: { people: [{ isProtected: true, isInvited: false }] } });
  });

  it('the queue has the invitations of the last day, of one’s own domain', async () => {
    const { id } = await invite(world, jane);
    expect(await queue()).toMatchObject([{ id, state: 'live', problem: null }]);
    expect(await listInvitations(world.ports, 'example.net')).toEqual([]);
    world.fake.pass(DAY + 1);
    expect(await queue()).toEqual([]);
  });

  it('the queue shows an undelivered mail, and its progress when it is sent again', async () => {
    await world.mailbox.about(jane.userId);
    const { id } = await invite(world, jane);
    await buryMail(id);
    expect(await queue()).toMatchObject([{ id, problem: 'not-delivered' }]);
    const before = await readProgress(world.ports, id, 'example.org');

    const [dead] = await world.stores.outbox.listDead(EVERY_DOMAIN, 1);
    if (!dead || !before) throw new Error('there is no dead letter');
    const messages = { outbox: world.stores.outbox, clock: world.ports.clock };
    expect(await replayMessage(messages, world.agent, dead.id, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await replayMessage(messages, world.agent, dead.id, ORIGIN)).toEqual({ ok: false, refusal: 'not-dead' });
    await world.mailbox.about(jane.userId);

    const question = { id, after: before.version };
    const after = await followProgress(world.ports, world.stores.changeFeed, world.agent, question, () =>
      AbortSignal.abort(),
    );
    expect(after?.steps.delivered).toBeDefined();
    expect(after?.version).toBeGreaterThan(before.version);
  });

  it('an emergency without a second person is listed for a week', async () => {
    const boss = await world.newcomer('board');
    const { id } = await invite(world, boss, { justification: WHY, checks: await checkedTwice(world, boss) });
    const uses = async () => {
      const all = await listBreakGlass(world.ports, boss.domain);
      return all.filter(({ userId }) => userId === boss.userId);
    };
    expect(await uses()).toMatchObject([{ requestId: id, usedBy: 'agent', justification: WHY }]);
    world.fake.pass(7 * DAY);
    expect(await uses()).toEqual([]);
  });

  it('an approver’s note is kept with the refusal', async () => {
    const boss = await world.newcomer('board');
    const { id } = await invite(world, boss);
    await declineInvitation(world.ports, signedInAs(world.approver), id, ORIGIN, 'Call the office first');
    const [newest] = await world.ports.audit.listFor(boss, 1);
    expect(newest?.event).toMatchObject({ type: 'invitation-declined', note: 'Call the office first' });
  });
}

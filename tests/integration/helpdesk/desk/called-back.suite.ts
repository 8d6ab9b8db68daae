import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { listAlarms } from '@/lib/helpdesk/desk/alarms/list-alarms';
import type { TypedReissue } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import type { PushContent } from '@/lib/messaging/phone-alerts/phone-alert';
import { freezeByLink, previewNotice, reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { checkedTwice, invite, typedReissue } from './typed-reissue';

/** What the owner's phones are told of an invitation that rests on a call alone. @param current gives the world */
export function calledBackSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let origin: typeof ORIGIN;
  let addresses = 0;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    origin = { ...ORIGIN, address: `198.51.101.${(addresses += 1)}` };
  });

  /** Everything that Jane's phones have been told. */
  async function alerts(): Promise<PushContent[]> {
    const now = world.ports.clock.now();
    const leased = await world.stores.outbox.lease('alert', now, new Date(now.getTime() + MINUTE), 100);
    return leased.flatMap(({ delivery }) =>
      delivery.channel === 'alert' && delivery.user.userId === jane.userId ? [delivery.alert] : [],
    );
  }

  /** @returns the invitation, and the token of the link that stops it */
  async function inviteByCall(changes: Partial<TypedReissue> = {}) {
    const invitation = await invite(world, jane, changes);
    const [alert] = await alerts();
    if (alert?.kind !== 'push-reissue' || !alert.notMe) throw new Error('no phone was told');
    return { invitation, token: alert.notMe };
  }

  const stateOf = async ({ id, domain }: { id: string; domain: string }) =>
    (await world.ports.invitations.find(id as never, domain))?.state;

  it('threat: an agent says that they called back — the owner’s phone is told, and stops it', async () => {
    await world.activate(jane);
    const { invitation, token } = await inviteByCall();
    expect(invitation.state).toBe('live');
    for (let visit = 0; visit < 3; visit++)
      expect(await previewNotice(world.ports, token, origin)).toMatchObject({ ok: true, value: { about: 'reissue' } });
    expect(await stateOf(invitation)).toBe('live');
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: true, value: null });
    expect(await world.ports.invitations.find(invitation.id, jane.domain)).toMatchObject({
      state: 'revoked',
      why: 'not-me',
    });
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'already-reported' });
    const mails = (await world.mailbox.about(jane.userId)).filter(({ content }) => content.kind === 'reissue-disowned');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      [world.agent, world.otherAgent, world.approver].flatMap(({ mailAddresses }) => mailAddresses).toSorted(),
    );
    expect(mails[0]?.content).toMatchObject({ requestedBy: 'agent', ticket: 'T-1' });
    expect(await listAlarms(world.ports, jane.domain)).toContainEqual(
      expect.objectContaining({ kind: 'reissue-disowned', userId: jane.userId, requestedBy: 'agent' }),
    );
  });

  it('the link stops an invitation that waits for a second person, too', async () => {
    const { invitation, token } = await inviteByCall({ reason: 'other', reasonText: 'A drawer is jammed' });
    expect(invitation.state).toBe('awaiting-approval');
    expect(await reportNotMe(world.ports, token, origin)).toMatchObject({ ok: true });
    expect(await stateOf(invitation)).toBe('revoked');
  });

  it('the link of an invitation that has ended stops nothing, and still freezes everything', async () => {
    const { token } = await inviteByCall();
    await invite(world, jane);
    expect(await previewNotice(world.ports, token, origin)).toEqual({ ok: false, refusal: 'reissue-over' });
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'reissue-over' });
    expect(await freezeByLink(world.ports, token, origin)).toMatchObject({ ok: true });
    expect(await world.ports.freezes.isFrozen(jane)).toBe(true);
  });

  it('threat: a token is made up of an invitation’s identifier — the page knows no such link', async () => {
    const { token } = await inviteByCall();
    const changed = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
    expect(await previewNotice(world.ports, changed, origin)).toEqual({ ok: false, refusal: 'unknown-link' });
  });

  it('threat: a thief has the phone that was reported — it is not told, nor how to stop the new one', async () => {
    const { instanceId } = await world.activate(jane);
    for (const reason of ['lost', 'stolen'] as const) {
      const oldDevice = { instanceId, fate: 'lock' } as const;
      await invite(world, jane, { reason, oldDevice, checks: await checkedTwice(world, jane) });
    }
    expect(await alerts()).toEqual([]);
  });

  it('no phone is told where a call was no part of the checks', async () => {
    await invite(world, jane, { checks: { ...typedReissue().checks, numberCalled: null } });
    expect(await alerts()).toEqual([]);
  });
}

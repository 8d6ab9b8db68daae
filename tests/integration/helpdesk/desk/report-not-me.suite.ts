import { beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/lib/accounts/sessions/open-session';
import type { User } from '@/lib/accounts/users/user';
import { startActivation } from '@/lib/activation/start/start-activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { DeviceReplacementId } from '@/lib/devices/replacement/device-replacement';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import type { DeviceNoticeStore } from '@/lib/helpdesk/safety/notices/device-notice';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { previewNotice, reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { activateShown, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../support/doubles/principal';
import { startOwn } from '../../../support/doubles/start-own';
import { invite } from './typed-reissue';
import { findLinkByLetterCode } from '@/lib/helpdesk/invitations/find-link-by-letter-code';

const TRACE = { browser: 'Firefox on Linux', network: '192.0.2.0/24' };
const INPUT = { deviceName: 'New phone', startKey: null, requestedFrom: TRACE };

/** What whoever gets the email about a device that is not theirs does. @param current gives the world */
export function reportNotMeSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let origin: typeof ORIGIN;
  let addresses = 0;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    origin = { ...ORIGIN, address: `198.51.100.${(addresses += 1)}` };
  });

  const devices = async () =>
    (await world.fake.directory.list(jane)).map(({ name, state }) => `${name}: ${state}`).toReversed();

  async function begin(): Promise<void> {
    const started = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    await activateShown(world.fake, jane, started.value.id);
  }

  /** @returns the token of the link that says "It wasn't me" */
  async function receive(): Promise<string> {
    await begin();
    return FakeMailbox.tokenOf((await world.mailbox.newest(jane.userId, 'device-activated')).notMeLink);
  }

  it('a program that opens the link changes nothing, however often', async () => {
    const token = await receive();
    for (let visit = 0; visit < 20; visit++)
      expect(await previewNotice(world.ports, token, origin)).toMatchObject({
        ok: true,
        value: { deviceName: 'New phone', trace: TRACE },
      });
    expect(await devices()).toEqual(['New phone: active']);
  });

  it('threat: a thief’s device vouched for a second one: the report of the first locks both', async () => {
    const by = signedInAs(jane);
    const first = await startOwn(world.ports, by, INPUT, ORIGIN);
    if (!first.ok) throw new Error(first.refusal);
    await activateShown(world.fake, jane, first.value.id);
    const token = FakeMailbox.tokenOf((await world.mailbox.newest(jane.userId, 'device-activated')).notMeLink);
    const usedUp = { recoveryCode: null, voucher: first.value.id };
    const second = await startOwn(world.ports, by, { ...INPUT, deviceName: 'Second phone', usedUp }, ORIGIN);
    if (!second.ok) throw new Error(second.refusal);
    await activateShown(world.fake, jane, second.value.id);
    expect((await reportNotMe(world.ports, token, origin)).ok).toBe(true);
    expect(await devices()).toEqual(['New phone: locked', 'Second phone: locked']);
  });

  it('a report locks the device, ends every session and what is pending, and notifies the helpdesk', async () => {
    const token = await receive();
    const settings = { sessionLifetimeMs: HOUR };
    const fact = { type: 'sign-in-succeeded' } as const;
    const epoch = await world.ports.sessions.epochOf(jane);
    const signedIn = await openSession({ ...world.ports, settings }, jane, fact, ORIGIN, epoch);
    if (!signedIn) throw new Error('not signed in');
    const { session } = signedIn;
    const invitation = await invite(world, jane);
    const pending = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: true, value: null });
    expect(await devices()).toEqual(['New phone: locked']);
    expect(await world.ports.sessions.find(session.id, world.ports.clock.now())).toBeNull();
    expect(await world.ports.invitations.find(invitation.id, invitation.domain)).toMatchObject({
      state: 'revoked',
      why: 'not-me',
    });
    const after = pending.ok ? await world.fake.ports.store.find(pending.value.id, pending.value.domain) : null;
    expect(after).toMatchObject({ state: 'cancelled' });
    const reports = (await world.mailbox.about(jane.userId)).filter(
      ({ content }) => content.kind === 'not-me-reported',
    );
    expect(reports.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['agent@example.org', 'other.agent@example.org', 'approver@example.org']),
    );
  });

  it('a report is reached by a typed code where mails contain no links', async () => {
    const { settings } = world.ports;
    world.ports.settings = { ...settings, mailLinks: false };
    const code = await receive();
    world.ports.settings = settings;
    const found = await findLinkByLetterCode(world.ports, code.toLowerCase(), origin);
    if (!found.ok) throw new Error(found.refusal);
    expect(await reportNotMe(world.ports, found.value, origin)).toEqual({ ok: true, value: null });
    expect(await devices()).toEqual(['New phone: locked']);
  });

  it('a repeated or concurrent report is one', async () => {
    const token = await receive();
    const all = await Promise.all([1, 2, 3].map(() => reportNotMe(world.ports, token, origin)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'already-reported' });
    expect(await previewNotice(world.ports, token, origin)).toEqual({ ok: false, refusal: 'already-reported' });
  });

  it('a reported device is locked as soon as the gateway answers again', async () => {
    const token = await receive();
    world.directory.isReachable = false;
    expect(await reportNotMe(world.ports, token, origin)).toMatchObject({ ok: true });
    world.directory.isReachable = true;
    expect(await devices()).toEqual(['New phone: active']);
    await world.watch();
    expect(await devices()).toEqual(['New phone: locked']);
  });

  describe('when the process dies right after the report was kept', () => {
    let token: string;
    let begun: { replacement: DeviceReplacementId; invitation: InvitationId; activation: ActivationId };

    beforeEach(async () => {
      await world.activate(jane);
      const [old] = await world.fake.directory.list(jane);
      const replacement = await startReplacement(world.ports, jane, old?.instanceId ?? '', ORIGIN);
      // The mail about the new device is the newest one then, whatever order equal times are read in.
      world.fake.pass(1_000);
      token = await receive();
      const invitation = await invite(world, jane);
      const activation = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
      if (!replacement.ok || !activation.ok) throw new Error('not begun');
      begun = { replacement: replacement.value.id, invitation: invitation.id, activation: activation.value.id };
      const { notices } = world.ports;
      const dying: HelpdeskPorts = {
        ...world.ports,
        notices: new Proxy(notices, {
          get: (_target, name: keyof DeviceNoticeStore) =>
            name === 'save'
              ? async (...move: Parameters<DeviceNoticeStore['save']>) => {
                  await notices.save(...move);
                  throw new Error('the process dies here');
                }
              : notices[name].bind(notices),
        }),
      };
      await expect(reportNotMe(dying, token, origin)).rejects.toThrow('dies here');
      expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
    });

    async function isAllDone(): Promise<void> {
      expect(await devices()).toEqual(['Old phone: active', 'New phone: locked']);
      expect(await world.ports.replacements.find(begun.replacement, jane)).toMatchObject({ state: 'stopped' });
      expect(await world.ports.invitations.find(begun.invitation, 'example.org')).toMatchObject({
        state: 'revoked',
        why: 'not-me',
      });
      expect(await world.fake.ports.store.find(begun.activation, 'example.org')).toMatchObject({ state: 'cancelled' });
    }

    it('a second press does the rest', async () => {
      expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'already-reported' });
      await isAllDone();
    });

    it('the next round does the rest, once', async () => {
      expect(await world.watch()).toEqual([]);
      await isAllDone();
      const again = await invite(world, jane);
      expect(await world.watch()).toEqual([]);
      expect(await world.ports.invitations.find(again.id, again.domain)).toMatchObject({ state: 'live' });
    });

    it('an invitation made after the report stays, however long the gateway is unreachable', async () => {
      world.directory.isReachable = false;
      expect(await world.watch()).toEqual([]);
      world.fake.pass(1_000);
      const again = await invite(world, jane);
      expect(await world.watch()).toEqual([]);
      expect(await world.ports.invitations.find(again.id, again.domain)).toMatchObject({ state: 'live' });
      world.directory.isReachable = true;
      expect(await world.watch()).toEqual([]);
      await isAllDone();
      expect(await world.ports.invitations.find(again.id, again.domain)).toMatchObject({ state: 'live' });
    });
  });

  it('a report works for a week, and only with its link', async () => {
    const token = await receive();
    for (const other of ['', 'A'.repeat(43), token.slice(1)])
      expect(await reportNotMe(world.ports, other, origin)).toEqual({ ok: false, refusal: 'unknown-link' });
    world.fake.pass(7 * DAY);
    expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'over' });
    expect(await devices()).toEqual(['New phone: active']);
  });
}

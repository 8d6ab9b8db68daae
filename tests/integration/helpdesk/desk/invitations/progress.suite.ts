import { beforeEach, expect, it } from 'vitest';
import { activationTroubleWords } from '@/components/staff/helpdesk/queues/activation-trouble-words';
import { staffActivity } from '@/components/staff/helpdesk/people/staff-activity';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { User } from '@/lib/accounts/users/user';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import {
  PROGRESS_STEPS,
  readProgress,
  type InvitationProgress,
  followProgress,
} from '@/lib/helpdesk/invitations/invitation-progress';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { readUser } from '@/lib/helpdesk/desk/read-user';
import { startOwn } from '../../../../support/doubles/start-own';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { sha256OfText } from '@/lib/shared/bytes';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';
import { FakePhone } from '../../../../support/doubles/fake-phone';
import { valueOf } from '../../../../support/phones/activate-device';
import { signedInAs } from '../../../../support/doubles/principal';
import { invite } from '../typed-reissue';

/** What the agent sees. @param current gives the world */
export function progressSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  async function progress({ id, domain }: Invitation): Promise<InvitationProgress> {
    const read = await readProgress(world.ports, id, domain);
    if (!read) throw new Error('no progress');
    return read;
  }

  /** What a held question answers to what is done meanwhile. */
  async function answerTo(invitation: Invitation, act: () => Promise<unknown>): Promise<InvitationProgress | null> {
    const { version } = await progress(invitation);
    const calledOff = new AbortController();
    const { changeFeed } = world.stores;
    const held = followProgress(
      world.ports,
      changeFeed,
      world.agent,
      { id: invitation.id, after: version },
      () => calledOff.signal,
    );
    await act();
    return held;
  }

  it('the progress is reported step by step, as it happens, and without secrets', async () => {
    const invitation = await invite(world, jane);
    const seen = [await progress(invitation)];
    const step = async (act: () => Promise<unknown>) =>
      void seen.push((await answerTo(invitation, act)) as InvitationProgress);
    let token = '';
    await step(async () => {
      token = FakeMailbox.tokenOf((await world.mailbox.newest(jane.userId, 'invitation')).invitationLink);
    });
    await step(() => openInvitation(world.ports, { token, code: '', password: '' }, signedInAs(jane), ORIGIN));
    const started = await startOwn(world.ports, signedInAs(jane), { deviceName: 'New', startKey: null }, ORIGIN);
    const id = started.ok ? started.value.id : ('' as never);
    let payload = '';
    await step(async () => {
      const shown = await revealPayload(world.fake.ports, signedInAs(jane), id, 'svg', ORIGIN);
      payload = shown.ok ? shown.value.payload : '';
    });
    const phone = new FakePhone(world.fake.embedded, payload);
    await step(() => phone.step());
    await phone.step();
    await step(() => phone.step());
    await step(() => phone.step());
    const last = await progress(invitation);
    expect(seen.map(({ steps }) => Object.keys(steps).at(-1))).toEqual(PROGRESS_STEPS.slice(0));
    expect(last).toMatchObject({ state: 'used', isOver: true, activationState: 'active' });
    expect(seen.map(({ version }) => version)).toEqual(
      seen.map(({ version }) => version).toSorted((left, right) => left - right),
    );
    const parsed = parseActivationPayload(payload);
    const secrets = parsed.ok ? [parsed.value.activationPassword, parsed.value.registrationIdentifier] : [''];
    const shown = JSON.stringify([...seen, last, await readUser(world.ports, jane)]);
    for (const secret of [token, await sha256OfText(token), ...secrets]) expect(shown).not.toContain(secret);
  });

  it('a second activation under one invitation is seen by a page that has seen the first', async () => {
    const invitation = await invite(world, jane);
    const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
    const typed = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' };
    await openInvitation(world.ports, typed, signedInAs(jane), ORIGIN);
    const start = async () =>
      valueOf(await startOwn(world.ports, signedInAs(jane), { deviceName: 'New', startKey: null }, ORIGIN));
    const first = await start();
    await revealPayload(world.fake.ports, signedInAs(jane), first.id, 'svg', ORIGIN);
    await cancelActivation(world.fake.ports, signedInAs(jane), first.id, ORIGIN);
    const seen = await progress(invitation);
    await start();
    const next = await progress(invitation);
    expect([seen.activationState, next.activationState]).toEqual(['cancelled', 'issued']);
    // Pages keep the status with the highest version.
    expect(next.version).toBeGreaterThan(seen.version);
  });

  it('staff read how often a gateway that failed was asked, and its reason', async () => {
    const invitation = await invite(world, jane);
    const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
    const typed = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' };
    await openInvitation(world.ports, typed, signedInAs(jane), ORIGIN);
    const { gateway } = world.fake;
    gateway.capabilities = { ...gateway.capabilities, registersAgain: 'once' };
    gateway.afterRegister = () =>
      Promise.reject(new GatewayError('malformed-reply', 'final', { reason: 'STAT_PERMISSION (1005)' }));
    const started = await startOwn(world.ports, signedInAs(jane), { deviceName: 'New', startKey: null }, ORIGIN);
    gateway.reset();
    expect(started).toMatchObject({ ok: false, refusal: 'gateway-failed' });
    const seen = await progress(invitation);
    expect(seen).toMatchObject({ failedRegistration: { tries: 1, gatewayReason: 'STAT_PERMISSION (1005)' } });
    const said = 'was asked once. Its reason: STAT_PERMISSION (1005).';
    expect(activationTroubleWords(seen)?.children).toContain(said);
    const { timeline } = (await readUser(world.ports, jane)) ?? {};
    const lines = staffActivity(timeline ?? [], [], new Map()).map(({ text }) => text);
    const line = 'The activation service failed to register the device, asked once: STAT_PERMISSION (1005)';
    expect(lines).toContainEqual(expect.stringContaining(line));
  });

  it('the progress says when the mail server refuses the mail', async () => {
    const invitation = await invite(world, jane);
    const { outbox } = world.stores;
    const now = world.ports.clock.now();
    const later = new Date(now.getTime() + 60_000);
    for (const { delivery, attempt } of await outbox.lease('mail', now, later, 1_000))
      await outbox.retry(delivery.id, attempt, later, 'unreachable');
    expect(await progress(invitation)).toMatchObject({
      deliveryProblem: 'unreachable',
      steps: { sent: expect.any(String) as string },
    });
  });

  it('the progress never goes back in its version, also when a dead letter is sent again', async () => {
    const invitation = await invite(world, jane);
    const { outbox } = world.stores;
    const now = world.ports.clock.now();
    const later = new Date(now.getTime() + 60_000);
    const versions = [(await progress(invitation)).version];
    for (let round = 0; round < 2; round++) {
      for (const { delivery, attempt } of await outbox.lease('mail', now, later, 1_000)) {
        await outbox.bury(delivery.id, attempt, now, 'refused');
        versions.push((await progress(invitation)).version);
        await outbox.replay(delivery.id, EVERY_DOMAIN, now, []);
        versions.push((await progress(invitation)).version);
      }
    }
    expect(versions).toHaveLength(5);
    expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right));
  });

  it('the progress of an unknown invitation is null', async () => {
    expect(await readProgress(world.ports, `inv-${'0'.repeat(32)}` as Invitation['id'], 'example.org')).toBeNull();
  });
}

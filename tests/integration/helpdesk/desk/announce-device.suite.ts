import { beforeEach, expect, it, vi } from 'vitest';
import type { RecoveryCodeId } from '@/lib/accounts/recovery/recovery-code';
import type { User } from '@/lib/accounts/users/user';
import { GatewayError } from '@/lib/activation/gateway-error';
import { wrapActivationStore } from '@/lib/activation/activation-store';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { revoke, type Invitation } from '@/lib/helpdesk/invitations/invitation';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { startOwn } from '../../../support/doubles/start-own';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { activateShown, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { signedInAs } from '../../../support/doubles/principal';
import { invite } from './typed-reissue';
import type { OldDeviceFate } from '@/lib/helpdesk/invitations/reissue';

const TRACE = { browser: 'Firefox on Linux', network: '192.0.2.0/24' };
const INPUT = { deviceName: 'New phone', startKey: null, requestedFrom: TRACE };

/** What follows when a device begins to work. @param current gives the world */
export function announceDeviceSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  const devices = async () =>
    (await world.fake.directory.list(jane)).map(({ name, state }) => `${name}: ${state}`).toReversed();
  const told = async () =>
    (await world.mailbox.about(jane.userId)).filter(({ content }) => content.kind === 'device-activated');

  async function begin(): Promise<Awaited<ReturnType<typeof activateShown>>> {
    const started = await startActivation(world.fake.ports, jane, INPUT, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    return activateShown(world.fake, jane, started.value.id);
  }

  async function openInvited(fate?: OldDeviceFate): Promise<Invitation> {
    const [old] = await world.fake.directory.list(jane);
    const oldDevice = old && fate ? { instanceId: old.instanceId, fate } : null;
    const invitation = await invite(world, jane, { oldDevice });
    const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
    await openInvitation(
      world.ports,
      { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' },
      signedInAs(jane),
      ORIGIN,
    );
    return invitation;
  }

  async function useInvitation(fate?: OldDeviceFate): Promise<Invitation | null> {
    const invitation = await openInvited(fate);
    const started = await startOwn(world.ports, signedInAs(jane), INPUT, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    await activateShown(world.fake, jane, started.value.id);
    return world.ports.invitations.find(invitation.id, invitation.domain);
  }

  it('the notice goes to every address, with device, time, browser and shortened network', async () => {
    await begin();
    const mails = await told();
    expect(mails.map(({ to }) => to).toSorted()).toEqual(jane.mailAddresses.toSorted());
    const { content } = mails[0] ?? {};
    expect(content).toMatchObject({ device: 'New phone', at: world.ports.clock.now(), ...TRACE });
    expect(JSON.stringify(content)).not.toContain(ORIGIN.address);
  });

  it('a new device’s end of probation is announced to webhooks once, and is twice as late after a re-issue', async () => {
    const { settings, clock, notices } = world.ports;
    world.ports.settings = { ...settings, probationMs: DAY };
    const used = await useInvitation();
    const instanceId = used?.state === 'used' ? used.instanceId : '';
    const end = new Date(clock.now().getTime() + 2 * DAY);
    expect((await notices.find([instanceId])).get(instanceId)).toEqual(end);
    const trusted = async () => (await notices.listTrusted(end, 1_000)).some((one) => one.instanceId === instanceId);
    world.fake.pass(2 * DAY - 1);
    await world.watch();
    expect(await trusted()).toBe(true);
    world.fake.pass(1);
    await world.watch();
    expect(await trusted()).toBe(false);
    world.ports.settings = settings;
  });

  it('a new device that the gateway delays is announced with its start, and trusted no earlier', async () => {
    const usableFrom = new Date(world.ports.clock.now().getTime() + 3 * DAY);
    const add = vi.spyOn(world.ports.notices, 'add');
    world.ports.directory.usableFrom = async () => usableFrom;
    const { instanceId } = await begin();
    expect((await told())[0]?.content).toMatchObject({ usableFrom });
    const event = expect.objectContaining({ type: 'device-activated', usableFrom, trustedFrom: usableFrom });
    const messages = expect.arrayContaining([expect.objectContaining({ channel: 'webhook', event })]);
    expect(add).toHaveBeenCalledWith(expect.anything(), expect.anything(), expect.objectContaining({ messages }));
    add.mockRestore();
    expect((await world.ports.notices.find([instanceId])).get(instanceId)).toEqual(usableFrom);
    delete world.ports.directory.usableFrom;
  });

  it('a gateway that does not answer when a device works holds back no notice of it', async () => {
    world.ports.directory.usableFrom = () => Promise.reject(new GatewayError('timeout', 'not-sent'));
    await begin();
    expect((await told())[0]?.content).toMatchObject({ usableFrom: null });
    delete world.ports.directory.usableFrom;
  });

  it('a new device is on probation twice as long after a recovery code', async () => {
    const { settings, clock, notices } = world.ports;
    world.ports.settings = { ...settings, probationMs: DAY };
    const { store } = world.fake.ports;
    // The code is used up elsewhere: `recovery-code-store.test.ts`.
    const create: typeof store.create = (activation, key, until, events) =>
      store.create(activation, key, until, events);
    const ports = { ...world.fake.ports, store: wrapActivationStore(store, { create }) };
    const { id: session } = signedInAs(jane).session;
    const grant = {
      by: 'own-session',
      session,
      usedUp: { recoveryCode: 'rcv-0' as RecoveryCodeId, voucher: null },
    } as const;
    const started = await startActivation(ports, jane, { ...INPUT, grant }, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const { instanceId } = await activateShown(world.fake, jane, started.value.id);
    const end = new Date(clock.now().getTime() + 2 * DAY);
    expect((await notices.find([instanceId])).get(instanceId)).toEqual(end);
    world.ports.settings = settings;
  });

  it.each([
    ['twice as long within seven days of a change of the mail addresses', 7 * DAY - 1, 2 * DAY],
    ['as long as ever seven days after one', 7 * DAY, DAY],
  ])('threat: a device is on probation %s, of which the user may not have heard', async (_how, ageMs, probationMs) => {
    const { settings, clock, notices } = world.ports;
    const changedAt = new Date(clock.now().getTime() - ageMs);
    const addressChanges = {
      lastAddressChange: async ({ userId }: { userId: string }) => (userId === jane.userId ? changedAt : null),
    };
    Object.assign(world.ports, { settings: { ...settings, probationMs: DAY }, addressChanges });
    const { instanceId } = await begin();
    const end = new Date(clock.now().getTime() + probationMs);
    expect((await notices.find([instanceId])).get(instanceId)).toEqual(end);
    Object.assign(world.ports, { settings, addressChanges: null });
  });

  it('a new device completes the invitation, and then retires the old device', async () => {
    await world.activate(jane);
    const used = await useInvitation('keep');
    expect(used).toMatchObject({ state: 'used', oldDevice: { state: 'locked' } });
    expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
  });

  it('a device that the invitation does not name stays', async () => {
    await world.activate(jane);
    await useInvitation();
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
  });

  it('an invitation is completed by the next round when the process died in between', async () => {
    await world.activate(jane);
    const { onActive } = world.fake.ports;
    world.fake.ports.onActive = () => Promise.resolve();
    const opened = await useInvitation('keep');
    expect(opened).toMatchObject({ state: 'opened' });
    expect((await told()).filter(({ content }) => 'device' in content && content.device === 'New phone')).toEqual([]);
    if (onActive) world.fake.ports.onActive = onActive;
    expect(await world.watch()).toEqual([]);
    expect(await world.ports.invitations.find(opened?.id ?? ('' as Invitation['id']), 'example.org')).toMatchObject({
      state: 'used',
    });
    expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
    const count = (await told()).length;
    await world.watch();
    expect((await told()).length).toBe(count);
  });

  it('a device is locked when its invitation was revoked at the same moment', async () => {
    const invitation = await openInvited();
    const started = await startOwn(world.ports, signedInAs(jane), INPUT, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const payload = await revealPayload(world.fake.ports, signedInAs(jane), started.value.id, 'svg', ORIGIN);
    const phone = new FakePhone(world.fake.embedded, payload.ok ? payload.value.payload : '');
    for (let step = 0; step < 3; step++) await phone.step();
    // The revocation cannot reach the gateway, so that the phone is the faster one there.
    const opened = await world.ports.invitations.find(invitation.id, invitation.domain);
    if (opened?.state !== 'opened') throw new Error('not opened');
    const revoked = revoke(opened, { why: 'by-staff', revokedBy: 'agent' }, world.ports.clock.now());
    await world.ports.invitations.save(revoked, { events: [], messages: [] });
    await phone.step();
    expect(await devices()).toEqual(['New phone: locked']);
    const since = new Date(world.ports.clock.now().getTime() - HOUR);
    const listed = await world.ports.notices.listDisowned(jane.domain, since, 100);
    const disowned = listed.find(({ userId }) => userId === jane.userId);
    expect(disowned).toMatchObject({ cause: 'revoked-invitation', isLocked: true });
  });
}

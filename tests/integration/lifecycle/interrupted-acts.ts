import type { User } from '@/lib/accounts/users/user';
import { refreshRegistration } from '@/lib/activation/following/refresh-activation';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { undoReplacement } from '@/lib/devices/replacement/end-replacement';
import { retireReplacedDevice } from '@/lib/devices/replacement/retire-replaced-device';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import { haveNewDevice, type DeviceReplacementId } from '@/lib/devices/replacement/device-replacement';
import { watchReplacements } from '@/lib/devices/replacement/watch-replacements';
import { checkRecoveryCode } from '@/lib/accounts/recovery/check-recovery-code';
import { approveInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { ownContext } from '@/lib/audit/audit-context';
import type { Requester } from '@/lib/accounts/users/requester';
import type { PersonChange } from '@/lib/helpdesk/desk/changes/change-request';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import { requestChange } from '@/lib/helpdesk/desk/changes/request-change';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { requestLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { undoLock } from '@/lib/helpdesk/safety/locks/undo-lock';
import { generateLinkToken } from '@/lib/helpdesk/invitations/invitation-link';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { revoke, type Opened } from '@/lib/helpdesk/invitations/invitation';
import { revokeInvitation } from '@/lib/helpdesk/invitations/revoke-invitation';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import type { SentNotice } from '@/lib/helpdesk/safety/notices/device-notice';
import { reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import type { ApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import type { OldDeviceFate } from '@/lib/helpdesk/invitations/reissue';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { DAY } from '@/lib/shared/time/duration';
import { sha256OfText } from '@/lib/shared/bytes';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { signedInAs } from '../../support/doubles/principal';
import { startOwn } from '../../support/doubles/start-own';
import { invite, typedReissue } from '../helpdesk/desk/typed-reissue';
import type { Act, InterruptedWorld } from './interrupted-world';
import { newSession } from '../../support/new-session';

const INPUT = { deviceName: 'New phone', startKey: null };

export async function reportNewDevice(world: InterruptedWorld): Promise<Act> {
  const { ports } = world;
  const user = await world.newcomer();
  const { token } = await newDevice(world, user);
  await openSession(ports, user);
  await openInvited(world, user, 'keep');
  await startUnder(ports, user);
  return { user, run: (own) => reportNotMe(own, token, ORIGIN) };
}

export async function requestAnew(world: InterruptedWorld): Promise<Act> {
  const { ports } = world;
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  await startReplacement(ports, user, instanceId, ORIGIN);
  await openInvited(world, user);
  await startUnder(ports, user);
  const typed = typedReissue({ reason: 'stolen', oldDevice: { instanceId, fate: 'lock' } });
  return { user, run: (own) => requestAsAgent(own, signedInAs(world.helpdesk.agent), user, typed, ORIGIN) };
}

export async function approveWithRemoval(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer('board');
  const instanceId = await world.addDevice(user, 'Old phone');
  const { id } = await invite(world.helpdesk, user, { oldDevice: { instanceId, fate: 'remove' } });
  return { user, run: (own) => approveInvitation(own, signedInAs(world.helpdesk.approver), id, ORIGIN) };
}

export async function openLink(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  return { user, run: await invitedWith(world, user) };
}

export async function startInvited(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  await openInvited(world, user);
  return { user, run: (own) => startOwn(own, signedInAs(user), INPUT, ORIGIN) };
}

/** The code that was typed is right: the start uses it up, and lets its session see the image. */
export async function startRecovered(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const signedIn = await world.enterByLink(user);
  const { typed, recoveryCodes } = await world.makeRecoveryCode(signedIn);
  const checked = await checkRecoveryCode({ ...world.ports, recoveryCodes }, signedIn, typed, ORIGIN);
  if (!checked.ok) throw new Error(checked.refusal);
  const input = { ...INPUT, usedUp: { recoveryCode: checked.value, voucher: null } };
  return { user, run: (own) => startOwn(own, signedIn, input, ORIGIN) };
}

/** The first device, which this session has just activated, vouches for a second one. */
export async function startVouched(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const signedIn = await world.enterByLink(user);
  const first = await startOwn(world.ports, signedIn, INPUT, ORIGIN);
  if (!first.ok || first.value.state !== 'issued') throw new Error('not started');
  await world.finishAtGateway(user, first.value.registrationIdentifier);
  await refreshRegistration(world.ports.activation, first.value.registrationIdentifier);
  const usedUp = { recoveryCode: null, voucher: first.value.id };
  const input = { ...INPUT, deviceName: 'Second phone', usedUp };
  return { user, run: (own) => startOwn(own, signedIn, input, ORIGIN) };
}

export async function completeInvited(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  await openInvited(world, user, 'keep');
  const identifier = await startUnder(world.ports, user);
  await world.finishAtGateway(user, identifier);
  return { user, run: (own) => refreshRegistration(own.activation, identifier) };
}

export async function revokeOpened(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  await openInvited(world, user);
  await startUnder(world.ports, user);
  const opened = await openedBy(world, user);
  const actor = { kind: 'user', userId: world.helpdesk.agent.userId } as const;
  return { user, run: (own) => revokeInvitation(own, opened, { why: 'by-staff', actor }, ORIGIN) };
}

export async function completeRevoked(world: InterruptedWorld): Promise<Act> {
  const { user, run } = await completeInvited(world);
  const { clock, invitations } = world.ports;
  const revoked = revoke(await openedBy(world, user), { why: 'by-staff', revokedBy: 'agent' }, clock.now());
  await invitations.save(revoked, { events: [], messages: [] });
  return { user, run };
}

export async function beginReplacing(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const old = await world.addDevice(user, 'Old phone');
  return { user, run: (own) => startReplacement(own, user, old, ORIGIN) };
}

export async function activateReplacing(world: InterruptedWorld): Promise<Act> {
  const { user, run } = await beginReplacing(world);
  await run(world.ports);
  const identifier = await startUnder(world.ports, user);
  await world.finishAtGateway(user, identifier);
  return { user, run: (own) => refreshRegistration(own.activation, identifier) };
}

export async function retireOld(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const { instanceId } = await newDevice(world, user);
  return { user, run: (own) => retireReplacedDevice(own, user, instanceId, ORIGIN) };
}

export async function undoRetired(world: InterruptedWorld): Promise<Act> {
  const { user, id } = await retired(world);
  return { user, run: (own) => undoReplacement(own, user, id, ORIGIN) };
}

export async function endRetired(world: InterruptedWorld): Promise<Act> {
  const { user } = await retired(world);
  world.helpdesk.fake.pass(DAY);
  const { signal } = new AbortController();
  return { user, isRound: true, run: (own) => watchReplacements(own, () => {}, signal) };
}

export async function lockByStaff(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  await startReplacement(world.ports, user, instanceId, ORIGIN);
  return { user, run: (own) => lockDevice(own, signedInAs(world.helpdesk.agent), user, instanceId, ORIGIN) };
}

export async function lockOwn(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  return { user, run: (own) => changeAuthenticator(own, user, instanceId, { kind: 'lock' }, ORIGIN) };
}

export async function unlockOwn(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  await changeAuthenticator(world.ports, user, instanceId, { kind: 'lock' }, ORIGIN);
  return { user, run: (own) => changeAuthenticator(own, user, instanceId, { kind: 'unlock' }, ORIGIN) };
}

export async function renameOwn(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  const change = { kind: 'rename', name: 'Kitchen phone' } as const;
  return { user, run: (own) => changeAuthenticator(own, user, instanceId, change, ORIGIN) };
}

export async function removeOwn(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  return { user, run: (own) => changeAuthenticator(own, user, instanceId, { kind: 'remove' }, ORIGIN) };
}

export async function undoStaffLock(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  const agent = signedInAs(world.helpdesk.agent);
  await lockDevice(world.ports, agent, user, instanceId, ORIGIN);
  return { user, run: (own) => undoLock(own, agent, user, instanceId, ORIGIN) };
}

/** Staff agree to undo what a machine has locked. */
export async function approveUnlock(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  await lockDevice(world.ports, machineOf(user), user, instanceId, ORIGIN);
  const change = { change: 'unlock-device', role: null, instanceId } as const;
  return approveChange(world, user, signedInAs(world.helpdesk.agent), change);
}

export async function approveLock(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  return approveChange(world, user, machineOf(user), { change: 'lock-device', role: null, instanceId });
}

export async function freezeOwn(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  await world.addDevice(user, 'Old phone');
  return { user, run: (own) => freezeAccount(own, user, 'person', ownContext(user, ORIGIN)) };
}

export async function approveLift(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  await world.addDevice(user, 'Old phone');
  await freezeAccount(world.ports, user, 'person', ownContext(user, ORIGIN));
  const typed = { ticket: 'T-1', notes: [{ method: 'manager', detail: 'Max Poe' }] } as const;
  const lift = await requestLift(world.ports, signedInAs(world.helpdesk.agent), user, typed, ORIGIN);
  if (!lift.ok) throw new Error(lift.refusal);
  const { id } = lift.value;
  return {
    user,
    run: (own) => decideApproval(own, LIFTS, signedInAs(world.helpdesk.approver), id, 'approved', ORIGIN),
  };
}

function machineOf({ domain }: User): Requester {
  return { id: 'svc-1', name: 'Tickets', domain, scopes: new Set(['device:lock']), keyShownTo: 'key.holder' };
}

async function approveChange(
  world: InterruptedWorld,
  user: User,
  requester: Requester,
  change: PersonChange,
): Promise<Act> {
  const requested = await requestChange(world.ports, requester, user, { ...change, ticket: 'T-1' }, ORIGIN);
  if (!requested.ok) throw new Error(requested.refusal);
  const { id } = requested.value;
  return {
    user,
    run: (own) => decideApproval(own, CHANGES, signedInAs(world.helpdesk.approver), id, 'approved', ORIGIN),
  };
}

export async function askForRemoval(world: InterruptedWorld): Promise<Act> {
  return removalOf(world, null);
}

export async function removeAlone(world: InterruptedWorld): Promise<Act> {
  return removalOf(world, 'A thief is signing in with it at this very moment');
}

export async function approveRemoval(world: InterruptedWorld): Promise<Act> {
  const { user, run } = await removalOf(world, null);
  await run(world.ports);
  const [removal] = await world.ports.approvals.listFor(REMOVALS, user, 1);
  const id = removal?.id ?? ('' as ApprovalId);
  return {
    user,
    run: (own) => decideApproval(own, REMOVALS, signedInAs(world.helpdesk.approver), id, 'approved', ORIGIN),
  };
}

async function removalOf(world: InterruptedWorld, justification: string | null): Promise<Act> {
  const user = await world.newcomer();
  const instanceId = await world.addDevice(user, 'Old phone');
  const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification } as const;
  return { user, run: (own) => requestRemoval(own, signedInAs(world.helpdesk.agent), user, typed, ORIGIN) };
}

/** Invites somebody. @returns the act that opens the link */
async function invitedWith(world: InterruptedWorld, user: User, fate?: OldDeviceFate): Promise<Act['run']> {
  const oldDevice = fate ? { instanceId: await world.addDevice(user, 'Old phone'), fate } : null;
  await invite(world.helpdesk, user, { oldDevice });
  const { invitationLink } = await world.helpdesk.mailbox.newest(user.userId, 'invitation');
  const typed = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' };
  return (own) => openInvitation(own, typed, signedInAs(user), ORIGIN);
}

async function openInvited(world: InterruptedWorld, user: User, fate?: OldDeviceFate): Promise<void> {
  const open = await invitedWith(world, user, fate);
  await open(world.ports);
}

async function openedBy(world: InterruptedWorld, user: User): Promise<Opened> {
  const current = await world.ports.invitations.findCurrent(user);
  if (current?.state !== 'opened') throw new Error(`it is ${current?.state}`);
  return current;
}

/** Starts an activation, under the open invitation if there is one. @returns its registration at the gateway */
async function startUnder(ports: HelpdeskPorts, user: User): Promise<string> {
  const started = await startOwn(ports, signedInAs(user), INPUT, ORIGIN);
  if (!started.ok || started.value.state !== 'issued') throw new Error('not started');
  return started.value.registrationIdentifier;
}

/** Adds a device that replaces another one, and tells its person. @returns the token of the link "It wasn't me" */
async function newDevice(world: InterruptedWorld, user: User): Promise<{ instanceId: string; token: string }> {
  const { ports } = world;
  const { userId, domain } = user;
  const underWay = await startReplacement(ports, user, await world.addDevice(user, 'Old phone'), ORIGIN);
  if (!underWay.ok) throw new Error(underWay.refusal);
  const instanceId = await world.addDevice(user, 'New phone');
  const token = generateLinkToken(systemRandom);
  const now = ports.clock.now();
  const notice: SentNotice = {
    state: 'sent',
    activationId: generateActivationId(systemRandom),
    version: 1,
    userId,
    domain,
    instanceId,
    deviceName: 'New phone',
    trace: { browser: 'Firefox', network: null },
    activatedAt: now,
    tokenHash: await sha256OfText(token),
    endsAt: new Date(now.getTime() + DAY),
    trustedFrom: null,
    isTrustTold: true,
  };
  const replacing = haveNewDevice(underWay.value, { newInstanceId: instanceId, newName: 'New phone' });
  await ports.notices.add(notice, { completed: null, replacing }, { events: [], messages: [] });
  return { instanceId, token };
}

async function openSession(ports: HelpdeskPorts, user: User): Promise<void> {
  await ports.sessions.create(newSession(user, ports.clock.now()), await ports.sessions.epochOf(user));
}

async function retired(world: InterruptedWorld): Promise<{ user: User; id: DeviceReplacementId }> {
  const { user, run } = await retireOld(world);
  await run(world.ports);
  const [replacement] = await world.ports.replacements.listOpen(user);
  if (replacement?.state !== 'retired') throw new Error(`it is ${replacement?.state}`);
  return { user, id: replacement.id };
}

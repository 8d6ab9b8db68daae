import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { approveInvitation, declineInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { confirmReadOut, showReadOutCode } from '@/lib/helpdesk/invitations/read-out/read-out';
import { DELIVERIES, OLD_DEVICE_FATES } from '@/lib/helpdesk/invitations/reissue';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { revokeInvitation } from '@/lib/helpdesk/invitations/revoke-invitation';
import { startOwn } from '../../../../support/doubles/start-own';
import { perPerson } from '@/lib/accounts/sign-in/limits';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { PASSWORD } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakePhone } from '../../../../support/doubles/fake-phone';
import { signedInAs } from '../../../../support/doubles/principal';
import { checkInvariants } from './invitation-invariants';
import type { InvitationWorld } from './invitation-world';
import { checkedTwice, typedReissue } from '../typed-reissue';

type Model = Record<string, never>;
export type InvitationCommand = fc.AsyncCommand<Model, InvitationWorld>;

const WHY = 'Nobody else is in the building at this hour';

/** Limits are not what this is about: each act comes from an address of its own. */
let addresses = 0;
const from = () => ({ ...ORIGIN, address: `2001:db8:${(addresses += 1).toString(16)}::1` });

/** Something that happens, after which everything must hold that always must. */
function command(name: string, happen: (world: InvitationWorld) => Promise<unknown>): InvitationCommand {
  return {
    check: () => true,
    async run(_model, world) {
      await happen(world);
      await world.noteCompleted();
      await checkInvariants(world);
    },
    toString: () => name,
  };
}

function staff({ helpdesk }: InvitationWorld, index: number): User {
  return [helpdesk.agent, helpdesk.otherAgent, helpdesk.approver][index] ?? helpdesk.agent;
}

type Asked = {
  who: number;
  agent: number;
  delivery: (typeof DELIVERIES)[number];
  fate: (typeof OLD_DEVICE_FATES)[number] | null;
  isStolen: boolean;
  isBroken: boolean;
};

function invite({ who, agent, delivery, fate, isStolen, isBroken }: Asked): InvitationCommand {
  return command(`invite(${who}, ${delivery}, ${fate}${isBroken ? ', glass' : ''})`, async (world) => {
    const { ports, fake } = world.helpdesk;
    const person = world.person(who);
    const [device] = await fake.directory.list(person);
    const by = staff(world, agent);
    await ports.rateLimiter.reset([perPerson('asked-caller', by), perPerson('manager-request', person)]);
    const typed = typedReissue({
      reason: isStolen && device ? 'stolen' : 'new-phone',
      delivery,
      oldDevice: device && (fate ?? isStolen) ? { instanceId: device.instanceId, fate: fate ?? 'lock' } : null,
      checks: await checkedTwice(world.helpdesk, person, by),
      justification: isBroken ? WHY : null,
    });
    const requested = await requestAsAgent(ports, signedInAs(by), person, typed, from());
    if (!requested.ok) return;
    const takesTwo = who === 1 || typed.oldDevice?.fate === 'remove';
    expect(requested.value.state).toBe(takesTwo && !isBroken ? 'awaiting-approval' : 'live');
  });
}

function decide(who: number, by: number, isApproved: boolean): InvitationCommand {
  return command(`${isApproved ? 'approve' : 'decline'}(${who}, by ${by})`, async (world) => {
    const { ports } = world.helpdesk;
    const current = await ports.invitations.findCurrent(world.person(who));
    if (!current) return;
    const decider = staff(world, by);
    const act = isApproved ? approveInvitation : declineInvitation;
    const decided = await act(ports, signedInAs(decider), current.id, from());
    if (decided.ok) expect(decider.userId).not.toBe(current.requestedBy);
  });
}

function revoke(who: number): InvitationCommand {
  return command(`revoke(${who})`, async (world) => {
    const { ports } = world.helpdesk;
    const current = await ports.invitations.findCurrent(world.person(who));
    const by = { why: 'by-staff', actor: { kind: 'user', userId: 'agent' } } as const;
    if (current) await revokeInvitation(ports, current, by, from());
  });
}

/** @param how what the one who follows the newest link has */
function follow(
  who: number,
  how: 'nothing' | 'code' | 'password' | 'guess' | 'session' | 'wrong-session',
): InvitationCommand {
  return command(`follow(${who}, ${how})`, async (world) => {
    const { ports } = world.helpdesk;
    const token = await world.token(who);
    if (token === null) return;
    const proof = {
      code: how === 'code' ? await world.code(who) : how === 'guess' ? 'AAAA-AAAA' : '',
      password: how === 'password' ? PASSWORD : '',
    };
    const visitors = { session: world.person(who), 'wrong-session': world.person(1 - who) } as const;
    const visitor = how === 'session' || how === 'wrong-session' ? visitors[how] : null;
    const opened = await openInvitation(ports, { token, ...proof }, visitor && signedInAs(visitor), from());
    if (['nothing', 'guess', 'wrong-session'].includes(how)) expect(opened.ok).toBe(false);
    if (opened.ok && opened.value.secret)
      world.letIn.push({ id: opened.value.invitation.id, secret: opened.value.secret });
  });
}

function readOut(who: number, isConfirmed: boolean): InvitationCommand {
  return command(`readOut(${who}${isConfirmed ? ', confirmed' : ''})`, async (world) => {
    const { ports, agent } = world.helpdesk;
    const token = await world.token(who);
    const shown = token === null ? null : await showReadOutCode(ports, token, from());
    if (!shown?.ok) return;
    const { invitationId: id, secret, code } = shown.value;
    world.showing.push({ id, secret, code });
    if (isConfirmed)
      expect(await confirmReadOut(ports, signedInAs(agent), id, code, from())).toMatchObject({ ok: true });
  });
}

function start(who: number, steps: number): InvitationCommand {
  return command(`start(${who}, ${steps} connections)`, async (world) => {
    const { ports, fake } = world.helpdesk;
    const person = world.person(who);
    const input = { deviceName: 'New phone', startKey: null };
    const started = await startOwn(ports, signedInAs(person), input, from());
    if (!started.ok || started.value.state !== 'issued') return;
    const payload = await revealPayload(fake.ports, signedInAs(person), started.value.id, 'svg', from());
    if (!payload.ok) return;
    const phone = new FakePhone(fake.embedded, payload.value.payload);
    for (let step = 0; step < steps; step++) await phone.step();
  });
}

function passTime(milliseconds: number): InvitationCommand {
  return command(`passTime(${milliseconds / MINUTE} min)`, async (world) => world.helpdesk.fake.pass(milliseconds));
}

function reach(isReachable: boolean): InvitationCommand {
  return command(isReachable ? 'gatewayAnswers' : 'gatewayIsGone', async (world) => {
    world.helpdesk.directory.isReachable = isReachable;
  });
}

function watch(): InvitationCommand {
  return command('watch', async (world) => {
    expect(await world.helpdesk.watch()).toEqual([]);
    if (!world.helpdesk.directory.isReachable) return;
    for (const person of world.people) {
      const invitations = await world.helpdesk.ports.invitations.listFor(person, 1_000);
      for (const { oldDevice } of invitations) expect(['lock-due', 'removal-due']).not.toContain(oldDevice?.state);
    }
  });
}

const who = fc.nat({ max: 1 });
const rarely = fc.nat({ max: 4 }).map((number) => number === 0);

const asked = fc.record<Asked>({
  who,
  agent: fc.nat({ max: 1 }),
  delivery: fc.constantFrom(...DELIVERIES),
  fate: fc.constantFrom(...OLD_DEVICE_FATES, null),
  isStolen: rarely,
  isBroken: rarely,
});
type How = Parameters<typeof follow>[1];
const following = fc.constantFrom<How[]>('nothing', 'code', 'password', 'guess', 'session', 'wrong-session');

/** Named more often than once what must come together for anything to happen. */
export const invitationCommands = [
  asked.map(invite),
  asked.map(invite),
  fc.tuple(who, fc.nat({ max: 2 }), fc.boolean()).map(([of, by, isApproved]) => decide(of, by, isApproved)),
  fc.tuple(who, fc.nat({ max: 2 })).map(([of, by]) => decide(of, by, true)),
  rarely.chain((isRare) => (isRare ? who.map(revoke) : who.map((of) => follow(of, 'session')))),
  fc.tuple(who, following).map(([of, how]) => follow(of, how)),
  fc.tuple(who, following).map(([of, how]) => follow(of, how)),
  fc.tuple(who, fc.boolean()).map(([of, isConfirmed]) => readOut(of, isConfirmed)),
  fc.tuple(who, fc.constantFrom(1, 3, 4, 4)).map(([of, steps]) => start(of, steps)),
  fc.constantFrom(MINUTE, 10 * MINUTE, HOUR).map(passTime),
  fc.nat({ max: 3 }).map((number) => reach(number > 0)),
  fc.constant(watch()),
];

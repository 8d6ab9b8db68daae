import type { SignedIn } from '@/lib/accounts/sessions/session';
import { changeAtGateway } from '@/lib/accounts/sign-in/change-at-gateway';
import { confirmActivation } from '@/lib/activation/confirm-activation';
import { refreshActivation } from '@/lib/activation/following/refresh-activation';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';
import { startOwn } from '../../support/doubles/start-own';
import { newSession } from '../../support/new-session';
import { invite } from '../helpdesk/desk/typed-reissue';
import type { Act } from './interrupted-world';
import { look, starting } from './interrupted-offline';
import type { InterruptedOneSpanWorld } from './interrupted-onespan-world';

/** An activation whose phone has made some of its four connections, of which the site has not heard yet. */
async function scanned(world: InterruptedOneSpanWorld, connections = 4) {
  const user = await world.newcomer();
  const { id } = await starting(world, user, 'online')(world.ports);
  const phone = new FakePhone(world.server.gateway, await look(world, user, id));
  for (let step = 0; step < connections; step++) await phone.step();
  const observe = async ({ activation }: HelpdeskPorts) => {
    const current = await activation.store.find(id, 'example.org');
    if (current) await refreshActivation(activation, current);
  };
  return { user, observe };
}

/** The site finds what the phone has done. */
export async function observePhone(world: InterruptedOneSpanWorld): Promise<Act> {
  const { user, observe } = await scanned(world);
  return { user, run: observe };
}

export async function passTestLogin(world: InterruptedOneSpanWorld): Promise<Act> {
  const { user, observe } = await scanned(world, 3);
  await observe(world.ports);
  const [device] = await world.ports.directory.list(user);
  return { user, run: (own) => confirmActivation(own.activation, user, device?.instanceId ?? '') };
}

/** Registers without the user's password. */
export async function startWithoutPassword(world: InterruptedOneSpanWorld): Promise<Act> {
  const user = await world.newcomer();
  await invite(world.helpdesk, user, {});
  const { invitationLink } = await world.helpdesk.mailbox.newest(user.userId, 'invitation');
  const typed = { token: FakeMailbox.tokenOf(invitationLink), code: '', password: '' };
  await openInvitation(world.ports, typed, signedInAs(user), ORIGIN);
  const input = { deviceName: 'New phone', startKey: null };
  return { user, run: (own) => startOwn(own, signedInAs(user), input, ORIGIN) };
}

/**
 * The server compares the current password, so whoever got no answer types the new one first, as the page says: what is typed
 * is always what the server has.
 */
export async function changePasswordAtServer(world: InterruptedOneSpanWorld): Promise<Act> {
  const user = await world.newcomer();
  const { sessions, clock } = world.ports;
  const [session, other] = [newSession(user, clock.now()), newSession(user, clock.now())];
  for (const one of [session, other]) await sessions.create(one, await sessions.epochOf(user));
  const signedIn: SignedIn = { user, session, scope: { kind: 'full' } };
  let count = 0;
  const run = (own: HelpdeskPorts) => {
    const current = world.server.state.accounts.find(user.userId, user.domain)?.staticPassword ?? '';
    const passwords = { current, new: `Another-Password-${(count += 1)}` };
    const change = () => world.passwords.change(user, passwords);
    return changeAtGateway(own, signedIn, change, 'password-changed', ORIGIN);
  };
  return { user, isTyped: true, run };
}

export async function removeAtServer(world: InterruptedOneSpanWorld): Promise<Act> {
  const { user, observe } = await scanned(world);
  await observe(world.ports);
  const [device] = await world.ports.directory.list(user);
  const instanceId = device?.instanceId ?? '';
  const justification = 'A thief is signing in with it at this very moment';
  const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification } as const;
  return { user, run: (own) => requestRemoval(own, signedInAs(world.helpdesk.agent), user, typed, ORIGIN) };
}

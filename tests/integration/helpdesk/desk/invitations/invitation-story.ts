import { beforeEach } from 'vitest';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { User } from '@/lib/accounts/users/user';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { openInvitation, previewInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import type { Delivery } from '@/lib/helpdesk/invitations/reissue';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { type FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../../support/doubles/principal';
import { invite } from '../typed-reissue';

export const elsewhere = (count: number) => ({ ...ORIGIN, address: `198.51.100.${count}` });
export const refused = (refusal: string) => ({ ok: false, refusal });

/** Following the link of an invitation, step by step. @param current gives the world */
export function invitationStory(current: () => FakeHelpdesk) {
  let world: FakeHelpdesk;
  let jane: User;
  let addresses = 0;
  let origin: typeof ORIGIN;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    // An address of its own, so that the limits of one test are not those of the next.
    origin = { ...ORIGIN, address: `192.0.2.${(addresses += 1)}` };
  });

  async function receive(delivery: Delivery = 'mail', user = jane): Promise<{ invitation: Invitation; token: string }> {
    const invitation = await invite(world, user, { delivery });
    const kind = delivery === 'letter' ? 'invitation-letter' : 'invitation';
    const { invitationLink } = await world.mailbox.newest(user.userId, kind);
    return { invitation, token: FakeMailbox.tokenOf(invitationLink) };
  }

  const look = (token: string, visitor: User | null = null) =>
    previewInvitation(world.ports, token, visitor && signedInAs(visitor), origin);
  const open = (token: string, proof: { code?: string; password?: string } = {}, visitor: User | null = null) =>
    openInvitation(world.ports, { token, code: '', password: '', ...proof }, visitor && signedInAs(visitor), origin);
  const find = ({ id, domain }: Invitation) => world.ports.invitations.find(id, domain);
  const enter = (secret: BrowserSecret | null) => enterByInvitation(world.ports, secret, origin);

  const end = () => world.ports.sessions.revokeAll(jane.userId, jane.domain, null, world.ports.clock.now());

  async function opened(token: string, proof: { code?: string; password?: string }): Promise<BrowserSecret> {
    const result = await open(token, proof);
    if (!result.ok || result.value.secret === null) throw new Error('not opened');
    return result.value.secret;
  }

  return { invited: () => jane, from: () => origin, receive, look, open, find, enter, end, opened };
}

import type { UserKey } from '../../shared/identifiers/user-key';
import { covers, type Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from '../helpdesk-ports';
import type { Invitation, Live, Opened } from './invitation';
import { base64UrlFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';

/**
 * What a link of a mail or a letter carries behind its `#`, where no server and no log sees it: 256 random bits in
 * base64url. Only its hash is kept.
 */
export type LinkToken = string & { readonly brand: 'LinkToken' };

/** Why a link does not open anything. */
export type LinkRefusal =
  /** Not the link of any invitation: mistyped, or cut off by a mail program. */
  | 'unknown-link'
  /** Another person is signed in with this browser. */
  | 'wrong-user'
  | 'already-opened'
  | 'used'
  | 'expired'
  | 'revoked';

/** What can be done with a link. */
export type OpenableLink = { token: LinkToken; invitation: Live | Opened };

/** Whoever uses the browser with a session. */
export type LinkVisitor = Principal<UserKey>;

/**
 * The invitation behind a link. One that has been opened goes on for the person themselves, where they are signed in.
 */
export async function findByLink(
  { invitations, sha256, clock }: Pick<OpenPorts, 'invitations' | 'sha256' | 'clock'>,
  typed: string,
  signedIn: LinkVisitor | null,
): Promise<Result<OpenableLink, LinkRefusal>> {
  const token = parseLinkToken(typed);
  const invitation = token && (await invitations.findByToken(await sha256(token)));
  if (!token || !invitation) return refuse('unknown-link');
  const isOwn = isInvited(signedIn, invitation);
  if (signedIn && !isOwn) return refuse('wrong-user');
  const state = stateAt(invitation, clock.now());
  switch (state) {
    case 'used':
    case 'expired':
    case 'revoked':
      return refuse(state);
    case 'awaiting-approval':
    case 'declined':
      return refuse('unknown-link');
    case 'opened':
      return isOwn ? accept({ token, invitation: invitation as Opened }) : refuse('already-opened');
    case 'live':
      return accept({ token, invitation: invitation as Live });
  }
}

/** Somebody who was let in by another invitation has proved nothing for this one. */
export function isInvited(signedIn: LinkVisitor | null, { id, userId, domain }: Invitation): boolean {
  if (signedIn?.user.userId !== userId || signedIn.user.domain !== domain) return false;
  return covers(signedIn.scope, id);
}

/** What its time makes of it, whether that has been noted yet or not. */
function stateAt(invitation: Invitation, now: Date): Invitation['state'] {
  return 'endsAt' in invitation && now >= invitation.endsAt ? 'expired' : invitation.state;
}

export function parseLinkToken(text: string): LinkToken | null {
  return /^[\w-]{43}$/.test(text) ? (text as LinkToken) : null;
}

export function generateLinkToken(random: Random): LinkToken {
  return base64UrlFromBytes(random.bytes(32)) as LinkToken;
}

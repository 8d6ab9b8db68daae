import type { UserKey } from '../../shared/identifiers/user-key';
import { covers, type Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from '../helpdesk-ports';
import type { Invitation, Live, Opened } from './invitation';
import { base64UrlFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';

/**
 * The fragment of a link in a mail or letter: 256 random bits in base64url. Browsers do not send fragments, so that no
 * log or mail scanner records it. Only its hash is stored.
 */
export type LinkToken = string & { readonly brand: 'LinkToken' };

/** Why a link opens nothing. */
export type LinkRefusal =
  /** No invitation has this link: mistyped, or truncated by a mail program. */
  | 'unknown-link'
  /** Another user is signed in with this browser. */
  | 'wrong-user'
  | 'already-opened'
  | 'used'
  | 'expired'
  | 'revoked';

export type OpenableLink = { token: LinkToken; invitation: Live | Opened };

/** The browser's signed-in user. */
export type LinkVisitor = Principal<UserKey>;

/** The invitation of a link. An opened one is accepted again only in the invited user's own session. */
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

/** A session that another invitation opened proves nothing for this one. */
export function isInvited(signedIn: LinkVisitor | null, { id, userId, domain }: Invitation): boolean {
  if (signedIn?.user.userId !== userId || signedIn.user.domain !== domain) return false;
  return covers(signedIn.scope, id);
}

/** `expired` once its time is over, even before the round saves that. */
function stateAt(invitation: Invitation, now: Date): Invitation['state'] {
  return 'endsAt' in invitation && now >= invitation.endsAt ? 'expired' : invitation.state;
}

export function parseLinkToken(text: string): LinkToken | null {
  return /^[\w-]{43}$/.test(text) ? (text as LinkToken) : null;
}

export function generateLinkToken(random: Random): LinkToken {
  return base64UrlFromBytes(random.bytes(32)) as LinkToken;
}

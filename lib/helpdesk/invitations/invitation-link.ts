import type { UserKey } from '../../shared/identifiers/user-key';
import { covers, type Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from './invitation-ports';
import { isHeldBy, type Holder } from './find-open-invitation';
import type { Invitation, Live, Opened } from './invitation';
import { base64UrlFromBytes, sha256OfText } from '../../shared/bytes';
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
export type LinkVisitor = Holder;

/** The invitation of a link. An opened one is accepted again only in the session that it belongs to. */
export async function findByLink(
  { invitations, clock }: Pick<OpenPorts, 'invitations' | 'clock'>,
  input: string,
  signedIn: LinkVisitor | null,
): Promise<Result<OpenableLink, LinkRefusal>> {
  const token = parseLinkToken(input);
  const invitation = token && (await invitations.findByToken(await sha256OfText(token)));
  if (!token || !invitation) return refuse('unknown-link');
  if (signedIn && !isInvited(signedIn, invitation)) return refuse('wrong-user');
  const state = stateAt(invitation, clock.now());
  switch (state) {
    case 'used':
    case 'expired':
    case 'revoked':
      return refuse(state);
    case 'awaiting-approval':
    case 'declined':
      return refuse('unknown-link');
    case 'opened': {
      const openedInvitation = invitation as Opened;
      const isRepeated = signedIn !== null && (await isHeldBy(openedInvitation, signedIn));
      return isRepeated ? accept({ token, invitation: openedInvitation }) : refuse('already-opened');
    }
    case 'live':
      return accept({ token, invitation: invitation as Live });
  }
}

/** A session that another invitation opened proves nothing for this one. */
export function isInvited({ user, scope }: Principal<UserKey>, { id, userId, domain }: Invitation): boolean {
  return user.userId === userId && user.domain === domain && covers(scope, id);
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

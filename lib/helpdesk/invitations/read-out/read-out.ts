import { userActor } from '../../../audit/audit-context';
import type { RequestOrigin } from '../../../shared/request-origin';
import { perNetwork, perObject } from '../../../accounts/sign-in/limits';
import { generateBrowserSecret, type BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { isSelf, type Principal } from '../../../accounts/users/principal';
import { domainOf } from '../../../accounts/users/requester';
import { accept, refuse, type Result } from '../../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../../shared/async/retry-on-conflict';
import type { OpenPorts } from '../invitation-ports';
import { showReadOut, type Opened } from '../invitation';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import { findByLink, type LinkRefusal } from '../invitation-link';
import { saveOpened } from '../open-invitation';
import { revokeInvitation } from '../revoke-invitation';
import { randomText, type Random } from '../../../shared/random';
import { sha256OfText } from '../../../shared/bytes';

/**
 * Six digits that the invited user's page shows; the user reads them out on the phone and the agent types them. They
 * admit only the browser that shows them, so overhearing them is useless.
 */
type ReadOutCode = string & { readonly brand: 'ReadOutCode' };

export type ShownReadOut = { code: ReadOutCode; secret: BrowserSecret; invitationId: InvitationId };

/**
 * Gives a browser with the link a code to show. Each code replaces the one before, so an attacker cannot plant one
 * beforehand.
 */
export function showReadOutCode(
  ports: OpenPorts,
  typedToken: string,
  origin: RequestOrigin,
): Promise<Result<ShownReadOut, LinkRefusal | 'proof-missing' | 'too-many-attempts'>> {
  return retryOnConflict(() => tryToShow(ports, typedToken, origin));
}

async function tryToShow(
  ports: OpenPorts,
  typedToken: string,
  origin: RequestOrigin,
): Promise<Result<ShownReadOut, LinkRefusal | 'proof-missing' | 'too-many-attempts'> | Conflict> {
  const { random, rateLimiter } = ports;
  if (await rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const link = await findByLink(ports, typedToken, null);
  if (!link.ok) return link;
  const { invitation } = link.value;
  if (invitation.state !== 'live' || invitation.delivery !== 'phone') return refuse('proof-missing');
  const code = generateReadOutCode(random);
  const secret = generateBrowserSecret(random);
  const hashes = { codeHash: await readOutCodeHash(invitation.id, code), browserHash: await sha256OfText(secret) };
  const saved = await ports.invitations.save(showReadOut(invitation, hashes), { events: [], messages: [] });
  return saved.ok ? accept({ code, secret, invitationId: invitation.id }) : CONFLICT;
}

export type ReadOutRefusal = 'not-found' | 'own-account' | 'not-shown-yet' | 'wrong-code' | 'already-over';

/** Opens the invitation in the browser that shows the code which the agent typed. */
export async function confirmReadOut(
  ports: OpenPorts,
  agent: Principal,
  id: InvitationId,
  input: string,
  origin: RequestOrigin,
): Promise<Result<Opened, ReadOutRefusal>> {
  const invitation = await ports.invitations.find(id, domainOf(agent));
  if (!invitation) return refuse('not-found');
  if (isSelf(agent, invitation.userId)) return refuse('own-account');
  if (invitation.state !== 'live') return refuse('already-over');
  if (!invitation.readOut) return refuse('not-shown-yet');
  if (await ports.rateLimiter.take([perObject('second-code', id)])) {
    await revokeInvitation(ports, invitation, { why: 'too-many-wrong-codes', actor: userActor(agent.user) }, origin);
    return refuse('already-over');
  }
  const code = parseReadOutCode(input);
  const { codeHash, browserHash: holderHash } = invitation.readOut;
  if (!code || (await readOutCodeHash(id, code)) !== codeHash) return refuse('wrong-code');
  const result = await saveOpened(ports, invitation, { proof: 'read-out', holderHash }, userActor(agent.user), origin);
  return result.ok ? result : refuse('already-over');
}

export function parseReadOutCode(input: string): ReadOutCode | null {
  const code = input.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? (code as ReadOutCode) : null;
}

export function generateReadOutCode(random: Random): ReadOutCode {
  return randomText(random, '0123456789', 6) as ReadOutCode;
}

function readOutCodeHash(id: InvitationId, code: ReadOutCode): Promise<string> {
  return sha256OfText(`read-out:${id}:${code}`);
}

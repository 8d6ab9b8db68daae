import { auditContext, userActor } from '../../audit/audit-context';
import { checkPassword, invitationBudgets, type PasswordRefused } from '../../accounts/sign-in/check-password';
import { perNetwork, perObject } from '../../accounts/sign-in/limits';
import { generateBrowserSecret, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { Actor } from '../../audit/audit-event';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from './invitation-ports';
import { open, type Live, type Opened, type Proof } from './invitation';
import { findByLink, type LinkRefusal, type LinkVisitor, type OpenableLink } from './invitation-link';
import { revokeInvitation } from './revoke-invitation';
import { parseSecondCode, secondCodeHash } from './read-out/second-code';
import { invitationEvent } from './invitation-event';
import { sha256OfText } from '../../shared/bytes';

type ProofRefusal = 'proof-missing' | 'wrong-code' | 'revoked' | PasswordRefused;
export type OpenRefusal = LinkRefusal | ProofRefusal;

/** The opener's proof of identity; empty if they are signed in, which is proof enough. */
export type TypedProof = { code: string; password: string };

export type OpenedLink = {
  invitation: Opened;
  /** For an HttpOnly cookie of the browser; null if its user was signed in already. */
  secret: BrowserSecret | null;
};

/** Opens an invitation, once: for the browser that opens it, which gets the secret, or for the session of its user. */
export async function openInvitation(
  ports: OpenPorts,
  input: { token: string } & TypedProof,
  signedIn: LinkVisitor | null,
  origin: RequestOrigin,
): Promise<Result<OpenedLink, OpenRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const link = await findByLink(ports, input.token, signedIn);
  if (!link.ok) return link;
  const { invitation } = link.value;
  // A press that is repeated; `findByLink` has found that the invitation is this session's.
  if (invitation.state === 'opened') return accept({ invitation, secret: null });
  // Taken before the proof is checked, so that ending all sessions meanwhile revokes this opening too.
  const openedAt = ports.clock.now();
  const proof = signedIn ? accept('signed-in' as const) : await checkProof(ports, link.value, input, origin);
  if (!proof.ok) {
    if (proof.isToRecord === false) return refuse(proof.refusal);
    await ports.audit.append({
      type: 'invitation-opening-refused',
      invitationId: invitation.id,
      reason: proof.refusal,
      ...auditContext({ kind: 'anonymous' }, invitation, origin),
    });
    return refuse(proof.refusal);
  }
  const browserSecret = generateBrowserSecret(ports.random);
  const holderHash = await sha256OfText(signedIn ? signedIn.session.id : browserSecret);
  const opening = { proof: proof.value, holderHash };
  const result = await saveOpened(ports, invitation, opening, userActor(invitation), origin, openedAt);
  return result.ok ? accept({ invitation: result.value, secret: signedIn ? null : browserSecret }) : result;
}

/** @param actor the invited user, or the agent who typed the code that the user read out */
export async function saveOpened(
  ports: OpenPorts,
  invitation: Live,
  opening: { proof: Proof; holderHash: string },
  actor: Actor,
  origin: RequestOrigin,
  now = ports.clock.now(),
): Promise<Result<Opened, 'expired' | 'already-opened'>> {
  const result = open(invitation, opening, now);
  if (!result.ok) return refuse('expired');
  const fact = { type: 'invitation-opened', invitationId: invitation.id, proof: opening.proof } as const;
  const saved = await ports.invitations.save(result.value, {
    events: [{ ...fact, ...auditContext(actor, invitation, origin) }],
    messages: [invitationEvent('invitation-opened', result.value, now)],
  });
  // On a conflict, previewing the link again says what came first: another press or a revocation.
  return saved.ok ? result : refuse('already-opened');
}

async function checkProof(
  ports: OpenPorts,
  { token, invitation }: OpenableLink,
  { code, password }: TypedProof,
  origin: RequestOrigin,
): Promise<
  | { ok: true; value: Proof }
  | { ok: false; isToRecord?: true; refusal: Exclude<ProofRefusal, 'too-busy'> }
  | { ok: false; isToRecord: false; refusal: ProofRefusal }
> {
  if (password !== '') {
    const { id, userId, domain } = invitation;
    const checkedPassword = await checkPassword(ports, { userId, domain, password }, invitationBudgets(id, origin));
    return checkedPassword.ok ? accept('password') : checkedPassword;
  }
  if (invitation.state !== 'live' || invitation.codeHash === null || code.trim() === '') return refuse('proof-missing');
  // Counted before comparing, so that concurrent tries cannot exceed the budget.
  if (await ports.rateLimiter.take([perObject('second-code', invitation.id)])) {
    const revocation = { why: 'too-many-wrong-codes', actor: { kind: 'system' } } as const;
    await revokeInvitation(ports, invitation, revocation, origin);
    return refuse('revoked');
  }
  const parsed = parseSecondCode(code);
  const matches = parsed && (await secondCodeHash(token, parsed)) === invitation.codeHash;
  return matches ? accept('code') : refuse('wrong-code');
}

/** What the page shows before the invitation is opened. */
export type InvitationPreview = {
  /** Its first letter and `…`, unless `isUserIdWhole`: programs that preview links read pages too. */
  userId: string;
  isUserIdWhole: boolean;
  /** `nothing` if the invited user is signed in. The password is accepted in place of each of the others. */
  asksFor: 'nothing' | 'password' | 'code' | 'read-out';
  /** ISO 8601. */
  endsAt: string;
};

/**
 * Previews a link. Changes nothing, so that mail scanners do no harm.
 * @param asksForUserId whether the visitor pressed to see the whole user ID, which the invited user sees unasked
 */
export async function previewInvitation(
  ports: OpenPorts,
  input: string,
  signedIn: LinkVisitor | null,
  origin: RequestOrigin,
  asksForUserId = false,
): Promise<Result<InvitationPreview, LinkRefusal | 'too-many-attempts'>> {
  if (await ports.rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const link = await findByLink(ports, input, signedIn);
  if (!link.ok) return link;
  const { delivery, endsAt, userId } = link.value.invitation;
  const otherwise = ({ mail: 'password', letter: 'code', phone: 'read-out' } as const)[delivery];
  const isUserIdWhole = asksForUserId || signedIn !== null;
  return accept({
    userId: isUserIdWhole ? userId : `${Array.from(userId)[0] ?? ''}…`,
    isUserIdWhole,
    asksFor: signedIn ? 'nothing' : otherwise,
    endsAt: endsAt.toISOString(),
  });
}

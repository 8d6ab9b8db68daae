import type { RequestOrigin } from '../../shared/request-origin';
import { perNetwork } from '../../accounts/sign-in/limits';
import { accept, refuse, type Result } from '../../shared/result';
import type { HelpdeskPorts } from '../helpdesk-ports';
import { findByLink, type LinkRefusal, type LinkVisitor } from './invitation-link';

/** What the page asks its reader for, before anything happens. */
export type InvitationPreview = {
  /** `nothing` where the invited person is signed in already. Elsewhere their password will do too. */
  asksFor: 'nothing' | 'password' | 'code' | 'read-out';
  /** ISO 8601. */
  endsAt: string;
};

/** What a link leads to. Changes nothing, however often and by whatever program it is asked. */
export async function previewInvitation(
  ports: HelpdeskPorts,
  typed: string,
  signedIn: LinkVisitor | null,
  origin: RequestOrigin,
): Promise<Result<InvitationPreview, LinkRefusal | 'too-many-attempts'>> {
  if (await ports.rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const link = await findByLink(ports, typed, signedIn);
  if (!link.ok) return link;
  const { delivery, endsAt } = link.value.invitation;
  const otherwise = ({ mail: 'password', letter: 'code', phone: 'read-out' } as const)[delivery];
  return accept({ asksFor: signedIn ? 'nothing' : otherwise, endsAt: endsAt.toISOString() });
}

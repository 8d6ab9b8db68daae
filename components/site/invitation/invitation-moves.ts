import type { LinkRefusal } from '@/lib/helpdesk/invitations/invitation-link';
import type { OpenRefusal, InvitationPreview } from '@/lib/helpdesk/invitations/open-invitation';

/**
 * Why the invitation does not open: `unreachable` when the server does not answer, `unavailable` when it cannot let
 * anyone in at the moment.
 */
export type InvitationRefusal = OpenRefusal | LinkRefusal | 'not-let-in' | 'no-link' | 'unreachable' | 'unavailable';

type Refused = { ok: false; code: InvitationRefusal };

export type InvitationAnswer = { ok: true; door: InvitationPreview } | Refused;
/** @property needsSession whether the browser was let in but has no session yet */
export type OpenAnswer = { ok: true; needsSession: boolean } | Refused;
export type ReadOutAnswer = { ok: true; code: string; invitationId: string } | Refused;

/** The server actions of the invitation's page. */
export type InvitationMoves = {
  look: (token: string, asksForUserId: boolean) => Promise<InvitationAnswer>;
  open: (input: { token: string; code: string; password: string }) => Promise<OpenAnswer>;
  showReadOut: (token: string) => Promise<ReadOutAnswer>;
};

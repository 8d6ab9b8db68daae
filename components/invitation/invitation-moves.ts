import type { LinkRefusal } from '@/lib/helpdesk/invitations/invitation-link';
import type { OpenRefusal, InvitationPreview } from '@/lib/helpdesk/invitations/open-invitation';

/** Why nothing opens; `unreachable` when the server did not answer, `unavailable` when it can let nobody in at the moment. */
export type InvitationRefusal = OpenRefusal | LinkRefusal | 'not-let-in' | 'no-link' | 'unreachable' | 'unavailable';

type Refused = { ok: false; code: InvitationRefusal };

export type InvitationAnswer = { ok: true; door: InvitationPreview } | Refused;
/** @property needsSession whether the browser was let in and has no session yet */
export type OpenAnswer = { ok: true; needsSession: boolean } | Refused;
export type ReadOutAnswer = { ok: true; code: string; invitationId: string } | Refused;

/** What the page asks the server for. */
export type InvitationMoves = {
  look: (token: string) => Promise<InvitationAnswer>;
  open: (typed: { token: string; code: string; password: string }) => Promise<OpenAnswer>;
  showReadOut: (token: string) => Promise<ReadOutAnswer>;
};

import type { BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import type { ChangeFeed } from '../../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../../shared/changes/follow-changes';
import type { OpenPorts } from '../invitation-ports';
import type { Invitation } from '../invitation';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import { sha256OfText } from '../../../shared/bytes';

/** What the page that shows a read-out code may know. Times are ISO 8601 in UTC. */
export type ReadOutStatus = {
  id: InvitationId;
  version: number;
  /** `over`: revoked, expired, or opened by another browser. */
  state: 'waiting' | 'let-in' | 'over';
  expiresAt: string | null;
  serverTime: string;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

/**
 * Long-polls until the helpdesk accepts the code that a browser shows, or `hold` ends the wait.
 * @param secret the browser's
 * @param after the known version; any but the current one is answered at once
 */
export async function followReadOut(
  { invitations, clock }: Pick<OpenPorts, 'invitations' | 'clock'>,
  changeFeed: ChangeFeed,
  { secret, id, after }: { secret: BrowserSecret; id: InvitationId; after: number },
  hold: Hold,
): Promise<ReadOutStatus> {
  const browserHash = await sha256OfText(secret);
  async function read(): Promise<ReadOutStatus> {
    const invitation = await invitations.findByBrowser(browserHash);
    return describe(id, invitation?.id === id ? invitation : null, clock.now());
  }
  const hasNews = ({ state, version }: ReadOutStatus) => state !== 'waiting' || version !== after;
  return followChanges(changeFeed, id, read, hasNews, () => hold(browserHash));
}

function describe(id: InvitationId, invitation: Invitation | null, now: Date): ReadOutStatus {
  const state = { id, version: invitation?.version ?? 0, serverTime: now.toISOString(), retryAfterMs: null };
  if (invitation?.state === 'opened') return { ...state, state: 'let-in', expiresAt: null };
  if (invitation?.state !== 'live' || now >= invitation.endsAt) return { ...state, state: 'over', expiresAt: null };
  return { ...state, state: 'waiting', expiresAt: invitation.endsAt.toISOString() };
}

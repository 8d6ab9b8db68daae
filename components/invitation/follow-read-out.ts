import { browserEnvironment } from '@/components/following/browser-environment';
import { isFollowedStatus, type FollowedKind } from '@/components/following/followed-kind';
import { pollStatus } from '@/components/following/poll-status';
import type { ReadOutStatus } from '@/lib/helpdesk/read-out/follow-read-out';

const READ_OUT: FollowedKind<ReadOutStatus, 'over'> = {
  name: 'read-out',
  address: (id) => `/api/invitation/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'over', 403: 'over', 404: 'over' },
  isStatus: (body): body is ReadOutStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting',
};

/** Waits until the helpdesk has let this browser in, or will not. @returns null when `signal` was aborted */
export async function waitForHelpdesk(
  invitationId: string,
  onReconnecting: (isReconnecting: boolean) => void,
  signal: AbortSignal,
): Promise<'let-in' | 'over' | null> {
  // Nothing is known yet; the first answer says it.
  const unknown = { version: -1, state: 'waiting', expiresAt: null, serverTime: '', retryAfterMs: null } as const;
  let status: ReadOutStatus = { ...unknown, id: invitationId as ReadOutStatus['id'] };
  const subject = {
    status: () => status,
    onStatus(answer: ReadOutStatus) {
      status = answer;
      onReconnecting(false);
    },
    onTrouble: () => onReconnecting(true),
  };
  const outcome = await pollStatus(browserEnvironment, READ_OUT, subject, true, signal);
  if (outcome === null) return null;
  return status.state === 'let-in' ? 'let-in' : 'over';
}

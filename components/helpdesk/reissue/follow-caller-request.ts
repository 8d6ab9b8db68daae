import { isFollowedStatus, type FollowedKind } from '@/components/following/followed-kind';
import type { CallerRequestStatus } from '@/lib/helpdesk/caller-check/follow-caller-request';

/** What a caller's phones were asked, as the page follows it. */
export const CALLER_REQUEST: FollowedKind<CallerRequestStatus, 'gone'> = {
  name: 'caller-request',
  address: (key) => `/api/helpdesk/caller-requests/${encodeURIComponent(key)}/status`,
  refusals: { 401: 'gone', 403: 'gone', 404: 'gone' },
  isStatus: (body): body is CallerRequestStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting' || state === 'scanned',
};

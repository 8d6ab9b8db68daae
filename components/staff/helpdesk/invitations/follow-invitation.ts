import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import type { FollowPhase } from '@/components/site/following/follow-status';
import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';

type Refusal = 'signed-out' | 'not-available';

export type InvitationPhase = FollowPhase<Refusal>;

export const INVITATION: FollowedKind<InvitationProgress, Refusal> = {
  name: 'invitation',
  address: (id) => `/api/helpdesk/invitations/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'signed-out', 403: 'not-available', 404: 'not-available' },
  isStatus: (body): body is InvitationProgress => isFollowedStatus(body),
  isPending: ({ isOver }) => !isOver,
};

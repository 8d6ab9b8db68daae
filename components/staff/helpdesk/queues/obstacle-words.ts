import type { DecisionObstacle } from '@/lib/helpdesk/approvals/decision';
import type { Message } from '@/lib/shared/language/t';

/** Why this member of staff does not decide a request. */
export const OBSTACLE_WORDS = {
  'own-request': 'You requested this, so somebody else decides.',
  'own-account': 'This is about your own account, so somebody else decides.',
} as const satisfies Record<DecisionObstacle, Message>;

import type { DecisionRefusal } from '@/lib/helpdesk/approvals/ask-second-person';

/** Why this member of staff does not decide a request. */
export const OBSTACLE_WORDS: Record<DecisionRefusal, string> = {
  'own-request': 'You requested this, so somebody else decides.',
  'own-account': 'This is about your own account, so somebody else decides.',
};

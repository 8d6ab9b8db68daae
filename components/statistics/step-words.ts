import type { FunnelStep } from '@/lib/statistics/funnel-step';

/** What each step of the funnel is called. */
export const STEP_WORDS: Record<FunnelStep, string> = {
  started: 'Started',
  shown: 'Image shown',
  scanned: 'Scanned',
  verified: 'Verified',
  linked: 'Linked',
  active: 'Active',
};

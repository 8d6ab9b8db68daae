import { STEPS } from '../activation/activation';

/** What an activation goes through, in this order: the request, the first look at the image, and the phone's steps. */
export const FUNNEL_STEPS = ['started', 'shown', ...STEPS] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

import { STEPS } from '../activation';

/** In order: the request, the first view of the image, and the phone's steps. */
export const FUNNEL_STEPS = ['started', 'shown', ...STEPS] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Why a device is replaced: decides which caller checks are needed, and the old device's fate. */
export const REISSUE_REASONS = ['lost', 'stolen', 'new-phone', 'failed', 'expired', 'other'] as const;
export type ReissueReason = (typeof REISSUE_REASONS)[number];

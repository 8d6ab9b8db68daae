/** Why a device is replaced: decides how sure staff must be of the caller, and what becomes of the old device. */
export const REISSUE_REASONS = ['lost', 'stolen', 'new-phone', 'failed', 'expired', 'other'] as const;
export type ReissueReason = (typeof REISSUE_REASONS)[number];

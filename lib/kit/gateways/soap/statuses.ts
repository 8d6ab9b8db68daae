/**
 * Status names of the administration, authentication and provisioning interfaces. Names and numbers 0 and 1000 to 1007
 * are documented (OneSpan §3.9); the other names were seen in public clients' tests, with unpublished numbers, so those
 * here are ours: negative, as the vendor's error codes are. STAT_ACTIVATION_LIMIT, STAT_SESSION_LIMIT,
 * STAT_COMPONENT, STAT_PASSWORD_RULES, STAT_PIN_RULES, STAT_TYPE_LIMIT and STAT_PENDING_OPERATION are entirely ours: that these cases are
 * answered otherwise is documented, the status is not. So is STAT_CHALLENGE, of a login that wants a response.
 */
export const STATUSES = {
  STAT_SUCCESS: 0,
  STAT_INVCREDENTIALS: 1_000,
  STAT_EXP_CHALLENGE: 1_004,
  STAT_PERMISSION: 1_005,
  STAT_LOCKED: 1_007,
  /** One of the numbers that 1000 stands in for; which one is inferred. */
  STAT_LOCAL_PASSWORD_MISMATCH: 1_009,
  STAT_NOT_FOUND: -13,
  STAT_ERROR: -1,
  STAT_INVDATA: -14,
  STAT_MISSINGFLD: -15,
  STAT_DIGIPASS_NOT_AVAILABLE: -16,
  STAT_ADMIN_SESSION_STOPPED: -17,
  STAT_ACTIVATION_LIMIT: -18,
  STAT_SESSION_LIMIT: -19,
  STAT_COMPONENT: -20,
  STAT_EXISTS: -21,
  STAT_PASSWORD_RULES: -22,
  STAT_PIN_RULES: -23,
  STAT_TYPE_LIMIT: -24,
  STAT_CHALLENGE: 1_050,
  STAT_PENDING_OPERATION: 2_000,
} as const;

export type StatusName = keyof typeof STATUSES;

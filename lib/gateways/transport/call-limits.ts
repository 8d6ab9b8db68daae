import { SECOND } from '../../shared/time/duration';

/**
 * Of one call to a gateway. Registering takes up to five calls, and is to be over before another process may try: see
 * `LEASE_MS`. The length is a thousand times what gateways answer with as a rule.
 */
export const CALL_LIMITS = { timeLimitMs: 5 * SECOND, maximumReplyBytes: 1_048_576 };

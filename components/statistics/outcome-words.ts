import type { ActivationState, FailureReason } from '@/lib/activation/activation';

const STATES: Record<ActivationState, string> = {
  requested: 'Waiting for the gateway',
  issued: 'Under way',
  scanned: 'Under way',
  verified: 'Under way',
  linked: 'Under way',
  active: 'Activated',
  expired: 'Expired',
  cancelled: 'Cancelled',
  failed: 'Failed',
  superseded: 'Replaced by a newer one',
};

const REASONS: Record<FailureReason, string> = {
  'no-licence': 'no licence',
  'activation-limit-reached': 'activation limit reached',
  'payload-too-long': 'user ID too long for an image',
  'value-not-representable': 'user ID cannot be in an image',
  'too-many-wrong-passwords': 'too many wrong activation passwords',
  'too-many-wrong-codes': 'too many wrong codes',
  'refused-by-gateway': 'refused by the gateway',
  'credential-refused': 'wrong password at the gateway',
  'lost-by-gateway': 'lost by the gateway',
};

/** What has become of an activation, for staff. */
export function outcomeWords({ state, reason }: { state: ActivationState; reason: FailureReason | null }): string {
  return reason === null ? STATES[state] : `${STATES[state]}: ${REASONS[reason]}`;
}

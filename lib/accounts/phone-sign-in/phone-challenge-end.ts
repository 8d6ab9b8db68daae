import type { PhoneRequestEnd } from '../../audit/facts/phone-request-ends';
import type { PhoneChallenge } from './phone-challenge-gateway';

/** How a challenge has ended without being used; null when it has not, or was used. */
export function phoneChallengeEnd({ state, reason }: Pick<PhoneChallenge, 'state' | 'reason'>): PhoneRequestEnd | null {
  switch (state) {
    case 'refused':
      return reason;
    case 'cancelled':
      return 'cancelled-on-page';
    case 'expired':
      return 'expired';
    case 'waiting':
    case 'scanned':
    case 'approved':
    case 'redeemed':
      return null;
  }
}

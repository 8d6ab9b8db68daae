import type { PhoneSignInStatus } from '@/lib/accounts/phone-sign-in/phone-sign-in-status';
import { isFollowedStatus, type FollowedKind } from '@/components/following/followed-kind';
import { pollStatus } from '@/components/following/poll-status';
import type { PhoneSignInEnding } from './ended-words';

/** Gone: the browser has no such challenge, or has another one by now. */
const PHONE_SIGN_IN: FollowedKind<PhoneSignInStatus, 'superseded'> = {
  name: 'phone-sign-in',
  address: (id) => `/api/phone-sign-in/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'superseded', 403: 'superseded', 404: 'superseded' },
  isStatus: (body): body is PhoneSignInStatus => isFollowedStatus(body),
  isPending: (status) => outcomeOf(status) === null,
};

/**
 * Asks, one question at a time, until the phone has answered or the time is over. A hidden page asks too: it is about a
 * minute, and whoever signs in on the phone itself has another app in front of the page.
 * @param onStatus called with every answer, and with what was known last whenever the server cannot be reached
 * @returns null when `signal` was aborted
 */
export async function followPhoneSignIn(
  environment: Parameters<typeof pollStatus>[0],
  initial: PhoneSignInStatus,
  onStatus: (status: PhoneSignInStatus, isReconnecting: boolean) => void,
  signal: AbortSignal,
): Promise<'approved' | PhoneSignInEnding | null> {
  let status = initial;
  environment.clock.learn(initial.serverTime);
  const subject = {
    status: () => status,
    onStatus(answer: PhoneSignInStatus) {
      status = answer;
      if (outcomeOf(answer) === null) onStatus(answer, false);
    },
    onTrouble: () => onStatus(status, true),
  };
  const outcome = await pollStatus(environment, PHONE_SIGN_IN, subject, false, signal);
  return outcome === 'finished' ? (outcomeOf(status) ?? 'expired') : outcome;
}

function outcomeOf({ state, reason }: PhoneSignInStatus): 'approved' | PhoneSignInEnding | null {
  switch (state) {
    case 'waiting':
    case 'scanned':
      return null;
    case 'approved':
      return 'approved';
    case 'expired':
      return 'expired';
    case 'refused':
      return reason ?? 'not-finished';
    case 'cancelled':
    case 'redeemed':
      return 'superseded';
  }
}

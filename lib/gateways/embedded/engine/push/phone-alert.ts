import { isLiveChallenge, readerOf, type Challenge } from '../challenges/challenge';
import { deviceNameOf } from '../find-device';
import type { Owner } from '../gateway-store';

/** What the phones of a user are told while their app may be closed. */
export type PhoneAlert = {
  kind: 'push-sign-in' | 'push-request' | 'push-ended';
  /** Names the challenge; not secret. */
  id: string;
  user: Owner;
  /** The device that needs not be told, because it has read the challenge itself. */
  except: string | null;
  /** When it is of no use any more. */
  expiresAt: Date;
};

/**
 * What a saved challenge tells: that it waits, and to the phones that did not read it that it waits no more. One whose time
 * is over is of no use to anybody, and says nothing again.
 */
export function alertOf(challenge: Challenge): PhoneAlert | null {
  const { state, addressee: user, keyHash: id, purpose, expiresAt } = challenge;
  if (!user) return null;
  if (state === 'waiting') {
    const kind = purpose === 'sign-in' ? 'push-sign-in' : 'push-request';
    return { kind, id, user, except: null, expiresAt };
  }
  const reader = readerOf(challenge);
  const wasWaiting = state === 'scanned' || (!isLiveChallenge(challenge) && !reader && state === 'cancelled');
  return wasWaiting ? { kind: 'push-ended', id, user, except: reader && deviceNameOf(reader), expiresAt } : null;
}

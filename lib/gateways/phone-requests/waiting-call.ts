import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges } from '../../shared/changes/follow-changes';
import { SECOND } from '../../shared/time/duration';
import type { VendorChallenge, VendorChallengeStore } from './vendor-challenge';

/** How long a call that failed waits for the relay's word, which is on its way at the same time. */
const WORD_MS = 2 * SECOND;

/** How long before the failure the relay may have seen the refusal that caused it. */
const SAME_REFUSAL_MS = 10 * SECOND;

type Ports = { store: Pick<VendorChallengeStore, 'find'>; changeFeed: ChangeFeed };

/**
 * Waits for a call, but no longer than its request waits: a page that is closed, or a newer request of the person, ends the wait
 * in whichever process it is.
 * @param call ends early when the signal is aborted
 * @param onFault called when the request could not be followed; the call goes on
 */
export async function whileItWaits<Answer>(
  { store, changeFeed }: Ports,
  { requestKey }: VendorChallenge,
  call: (signal: AbortSignal) => Promise<Answer>,
  onFault: (error: unknown) => void,
): Promise<Answer> {
  const [ended, answered] = [new AbortController(), new AbortController()];
  const calling = call(ended.signal).finally(() => answered.abort());
  const following = followChanges(
    changeFeed,
    requestKey,
    () => store.find(requestKey),
    (challenge) => challenge?.state !== 'waiting',
    () => answered.signal,
  ).then(() => ended.abort(), onFault);
  const [answer] = await Promise.all([calling, following]);
  return answer;
}

/**
 * Whether the relay saw a phone of the person refuse, shortly before a call for them failed. Anybody can call the relay with
 * anybody's serial number, but not so that the gateway behind it agrees; so this words an end, and makes none.
 * @param now when the call failed
 */
export async function wasRefusalSeen(
  { store, changeFeed }: Ports,
  { requestKey }: VendorChallenge,
  now: Date,
): Promise<boolean> {
  const earliest = now.getTime() - SAME_REFUSAL_MS;
  const isSeen = (challenge: VendorChallenge | null) => (challenge?.refusalSeenAt?.getTime() ?? 0) > earliest;
  return isSeen(await followChanges(changeFeed, requestKey, () => store.find(requestKey), isSeen, holdForWord));
}

function holdForWord(): AbortSignal {
  return AbortSignal.timeout(WORD_MS);
}

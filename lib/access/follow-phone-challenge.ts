import type { ChangeFeed } from '../activation/change-feed';
import { followChanges } from '../activation/follow-changes';
import type { PhoneChallenge, PhoneChallengeGateway, PhoneChallengeId } from './phone-challenge-gateway';

/**
 * Waits until a challenge is past version `after`, or the wait is called off.
 * @param until calls the wait off: time is up, the page has gone, the server is stopping
 * @returns null when there is none of this name
 */
export async function followPhoneChallenge(
  gateway: Pick<PhoneChallengeGateway, 'observe'>,
  changeFeed: ChangeFeed,
  { id, after }: { id: PhoneChallengeId; after: number },
  until: AbortSignal,
): Promise<PhoneChallenge | null> {
  const hasNews = (challenge: PhoneChallenge | null) => challenge?.version !== after;
  const first = await gateway.observe(id);
  return hasNews(first) ? first : followChanges(changeFeed, id, () => gateway.observe(id), hasNews, until);
}

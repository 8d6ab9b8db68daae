import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';
import type { PhoneChallenge, PhoneChallengeGateway, PhoneChallengeId } from './phone-challenge-gateway';

/**
 * Waits until a challenge is past version `after`, or the wait is called off.
 * @param question.holder who waits
 * @returns null when there is none of this name
 */
export async function followPhoneChallenge(
  gateway: Pick<PhoneChallengeGateway, 'observe'>,
  changeFeed: ChangeFeed,
  { id, after, holder }: { id: PhoneChallengeId; after: number; holder: string },
  hold: Hold,
): Promise<PhoneChallenge | null> {
  const hasNews = (challenge: PhoneChallenge | null) => challenge?.version !== after;
  return followChanges(
    changeFeed,
    id,
    () => gateway.observe(id),
    hasNews,
    () => hold(holder),
  );
}

import {
  FORGED_IMAGES_PATH,
  LONGEST_CLAIMED_USER_ID,
  type ForgedImageReport,
  type Forgery,
} from '../../shared/codes/forged-image-report';
import { postReport } from '../post-report';

/**
 * Reports an image that was forged in a website's name. Of the image's text only the user ID is sent.
 * @returns whether the website took the report
 */
export async function reportForgery(
  origin: string,
  { forgery, keyId, userId }: { forgery: Forgery; keyId: string; userId: string },
): Promise<boolean> {
  // `slice` may have cut a surrogate pair in two.
  const claimedUserId = userId.slice(0, LONGEST_CLAIMED_USER_ID).replace(/\p{Cs}$/u, '');
  const report: ForgedImageReport = { forgery, keyId, claimedUserId };
  const answer = await postReport(`${origin}${FORGED_IMAGES_PATH}`, report);
  // A page of a network that wants a login is an answer too.
  return answer?.status === 204;
}

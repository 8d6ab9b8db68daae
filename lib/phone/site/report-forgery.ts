import {
  FORGED_IMAGES_PATH,
  LONGEST_CLAIMED_USER_ID,
  type ForgedImageReport,
  type Forgery,
} from '../../shared/codes/forged-image-report';

/** In milliseconds; the person is told whether it was heard. */
const TIMEOUT = 10_000;

/**
 * Tells a website of an image that somebody made in its name. Of what the image says only the user ID is told.
 * @returns whether the website has taken note
 */
export async function reportForgery(
  origin: string,
  { forgery, keyId, userId }: { forgery: Forgery; keyId: string; userId: string },
): Promise<boolean> {
  // A character that takes two places may have been cut through.
  const claimedUserId = userId.slice(0, LONGEST_CLAIMED_USER_ID).replace(/\p{Cs}$/u, '');
  const report: ForgedImageReport = { forgery, keyId, claimedUserId };
  try {
    const { ok } = await fetch(`${origin}${FORGED_IMAGES_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return ok;
  } catch {
    return false;
  }
}

import {
  FORGED_IMAGES_PATH,
  LONGEST_CLAIMED_USER_ID,
  type ForgedImageReport,
  type Forgery,
} from '../../shared/codes/forged-image-report';

/** In milliseconds. The user waits to learn whether the report arrived. */
const TIMEOUT = 10_000;

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
  try {
    const { status } = await fetch(`${origin}${FORGED_IMAGES_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    // A page of a network that wants a login is an answer too.
    return status === 204;
  } catch {
    return false;
  }
}

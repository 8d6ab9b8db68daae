import { parseImageSignature } from '../../wire/image/colour/image-signature';
import { bytesFromBase64Url } from '../../shared/bytes';
import { SIGN_INS_HERE_PATH, signedSignInText, type SignInHereLink } from '../../shared/codes/sign-in-here-link';
import { accept, refuse, type Result } from '../../shared/result';
import { fetchJson } from '../fetch-json';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { judgeImage } from '../site/judge-image';
import type { PhoneSite } from '../site/pin-site';
import type { LinkedLogin } from './login-steps';
import { scanLogin } from './scan-login';

/**
 * Finds out whether a link hands over a sign-in that this very browser has started. It takes both: the website's signature,
 * by a key that the phone trusts as for an image, and its word that the sign-in is of the browser that asks. Anybody may send
 * a link to a sign-in of their own, which would sign them in as whoever opens it: every other one is not answered.
 */
export async function judgeSignInLink(
  site: PhoneSite,
  link: SignInHereLink,
  gateway: GatewayAddress,
): Promise<Result<LinkedLogin, 'not-here'>> {
  const { id, number, code, userId } = link;
  const signature = parseImageSignature(bytesFromBase64Url(link.signature));
  const scanned = scanLogin(code, gateway);
  if (!signature.ok || !scanned.ok) return refuse('not-here');
  const text = signedSignInText({ id, number, code });
  const verdict = await judgeImage(site, { text, signature: signature.value }, 'link');
  if (verdict.kind !== 'verified' || !(await isOfThisBrowser(site.origin, id))) return refuse('not-here');
  return accept({ ...scanned.value, way: 'link', number, userId });
}

async function isOfThisBrowser(origin: string, id: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  try {
    const body = JSON.stringify({ id });
    const { status, json } = await fetchJson(`${origin}${SIGN_INS_HERE_PATH}`, { method: 'POST', headers, body });
    return status === 200 && json['isYours'] === true;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

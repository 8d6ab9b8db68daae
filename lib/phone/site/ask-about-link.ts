import { imageProof } from '../../wire/crypto/image-proof';
import { base64UrlFromBytes } from '../../shared/bytes';
import type { ActivationPayload } from '../../shared/codes/activation-payload';
import {
  IMAGE_NONCE_BYTES,
  OPENED_LINKS_PATH,
  type OpenedLinkAnswer,
  type OpenedLinkQuestion,
  type ShowingPage,
} from '../../shared/codes/opened-link';
import { isJsonObject } from '../../shared/json-object';
import type { Random } from '../../shared/random';
import { fetchJson } from '../fetch-json';
import { GatewayFailure } from '../gateway-failure';
import type { Issuer, ShownBy } from './judge-image';

/**
 * Finds out which page shows the image whose link a camera has opened. A link names nobody who made it, so the website is
 * asked, which answers for its own pages of this moment. It gets a proof that the phone holds the image, not its secrets.
 */
export async function judgeOpenedLink(
  origin: string,
  payload: Pick<ActivationPayload, 'registrationIdentifier' | 'activationPassword'>,
  random: Random,
): Promise<Issuer | ShownBy> {
  const { registrationIdentifier } = payload;
  const nonce = random.bytes(IMAGE_NONCE_BYTES);
  const proof = base64UrlFromBytes(await imageProof(payload, nonce));
  const { page } = await ask(origin, { registrationIdentifier, nonce: base64UrlFromBytes(nonce), proof });
  return page ? { kind: 'shown', origin, page } : { kind: 'not-verifiable', origin, reason: 'link' };
}

/** Whether something outside of the browser, such as a camera, has opened the link to a sign-in. */
export async function isOpenedDirectly(origin: string): Promise<boolean> {
  return (await ask(origin, { signIn: true })).isDirect;
}

/** Without an answer the phone says what it would of any link. */
async function ask(origin: string, question: OpenedLinkQuestion): Promise<OpenedLinkAnswer> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(question) };
  try {
    const { status, json } = await fetchJson(`${origin}${OPENED_LINKS_PATH}`, request);
    if (status === 200) return { isDirect: json['isDirect'] === true, page: pageOf(json['page']) };
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
  }
  return { isDirect: false, page: null };
}

function pageOf(value: unknown): ShowingPage | null {
  if (!isJsonObject(value)) return null;
  const { organisation, browser, secondsAgo, isNear } = value;
  if (typeof organisation !== 'string' || typeof browser !== 'string' || typeof secondsAgo !== 'number') return null;
  return { organisation, browser, secondsAgo, isNear: isNear === true };
}

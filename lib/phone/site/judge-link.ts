import { parseImageSignature } from '../../wire/image/colour/image-signature';
import { bytesFromBase64Url } from '../../shared/bytes';
import { LINK_TICKETS_PATH, signedLinkText, type LinkTicket } from '../../shared/codes/app-link';
import { fetchJson } from '../fetch-json';
import { GatewayFailure } from '../gateway-failure';
import { judgeImage, type Issuer } from './judge-image';
import type { PhoneSite } from './pin-site';

/**
 * Finds out who issued a link on this device. It takes both: the website's signature, by a key that the phone trusts as for an
 * image, and its word that the link was made for this browser's session and is used for the first time. Anybody may send a
 * link, also to an activation of their own, so everything else is not verifiable. A wrong signature is no worse than none,
 * which anybody can leave out.
 */
export async function judgeLink(site: PhoneSite, payload: string, ticket: LinkTicket): Promise<Issuer> {
  const doubt: Issuer = { kind: 'not-verifiable', origin: site.origin, reason: 'used-link' };
  const signature = parseImageSignature(bytesFromBase64Url(ticket.signature));
  if (!signature.ok) return doubt;
  const text = signedLinkText(payload, ticket);
  const verdict = await judgeImage(site, { text, signature: signature.value }, 'link');
  if (verdict.kind === 'forged') return doubt;
  return verdict.kind === 'verified' && !(await useUp(site.origin, ticket)) ? doubt : verdict;
}

/** @returns whether the website says that the link is this browser's, and new */
async function useUp(origin: string, { activationId, nonce }: LinkTicket): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ activationId, nonce });
  try {
    const { status, json } = await fetchJson(`${origin}${LINK_TICKETS_PATH}`, { method: 'POST', headers, body });
    return status === 200 && json['isYours'] === true;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

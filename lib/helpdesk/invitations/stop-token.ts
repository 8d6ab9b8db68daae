import {
  base64UrlFromBytes,
  bytesFromBase64Url,
  bytesFromHex,
  concatBytes,
  hexFromBytes,
  sha256OfText,
} from '../../shared/bytes';
import { parseInvitationId, type InvitationId } from '../../shared/identifiers/invitation-id';
import type { Invitation } from './invitation';
import type { LinkToken } from './invitation-link';

/** `seal`: HMAC-SHA-256 under a key of the site, in hexadecimal. */
export type StopPorts = { seal: (text: string) => Promise<string> };

/** Of an identifier, and of the part of its seal that a token has. */
const BYTES = 16;

/**
 * The secret of the link by which somebody stops an invitation that they have not asked for: its identifier and 128 bits of
 * a seal, as long as the tokens of other links. No row keeps it, so that it can be made for any invitation.
 */
export async function stopToken(
  { seal }: StopPorts,
  { id, domain }: Pick<Invitation, 'id' | 'domain'>,
): Promise<string> {
  const sealed = bytesFromHex(await seal(`${domain} ${id}`)).subarray(0, BYTES);
  return base64UrlFromBytes(concatBytes(bytesFromHex(id.slice('inv-'.length)), sealed));
}

/** The invitation that a token stops; null for one that this site did not make. */
export async function readStopToken(ports: StopPorts, token: LinkToken, domain: string): Promise<InvitationId | null> {
  const id = parseInvitationId(`inv-${hexFromBytes(bytesFromBase64Url(token).subarray(0, BYTES))}`);
  if (!id) return null;
  // Hashes, so that the time of the comparison tells nothing of the seal.
  const [typed, made] = await Promise.all([sha256OfText(token), sha256OfText(await stopToken(ports, { id, domain }))]);
  return typed === made ? id : null;
}

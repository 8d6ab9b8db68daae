import { isImageKeyEndorsed } from '../crypto/image-key';
import { bytesFromBase64Url } from '../shared/bytes';
import type { PublishedImageKey, PublishedImageKeys } from '../shared/image-keys';

/**
 * The keys for images that a phone may trust.
 * @param pinned public keys in base64url that the phone holds the site to; when there are none, all are to be trusted
 * @returns those of `keys` that are pinned, or to which endorsements lead from a pinned one
 */
export async function endorsedKeys(
  { keys, retired }: PublishedImageKeys,
  pinned: readonly string[],
): Promise<PublishedImageKey[]> {
  if (pinned.length === 0) return keys;
  const trusted: PublishedImageKey[] = [];
  // Each follows those that could endorse it.
  for (const key of [...retired, ...keys])
    if (pinned.includes(key.publicKey) || (await isEndorsed(key, trusted))) trusted.push(key);
  return keys.filter((key) => trusted.includes(key));
}

async function isEndorsed(
  { publicKey, endorsedBy }: PublishedImageKey,
  trusted: readonly PublishedImageKey[],
): Promise<boolean> {
  if (!endorsedBy) return false;
  const [successor, signature] = [bytesFromBase64Url(publicKey), bytesFromBase64Url(endorsedBy.signature)];
  for (const { id, publicKey: endorser } of trusted) {
    if (id === endorsedBy.id && (await isImageKeyEndorsed(bytesFromBase64Url(endorser), successor, signature)))
      return true;
  }
  return false;
}

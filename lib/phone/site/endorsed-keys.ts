import { isImageKeyEndorsed } from '../../crypto/image-key';
import { bytesFromBase64Url } from '../../shared/bytes';
import type { PublishedImageKey, PublishedImageKeys } from '../../shared/codes/image-keys';

export type TrustedKeys = Pick<PublishedImageKeys, 'keys' | 'retired'>;

/**
 * What a phone may trust of a website's list.
 * @param pinned public keys in base64url that the phone holds the site to; when there are none, all are to be trusted
 * @returns the keys that are pinned, and those to which endorsements lead from a pinned one
 */
export async function endorsedKeys(
  { keys, retired }: PublishedImageKeys,
  pinned: readonly string[],
): Promise<TrustedKeys> {
  if (pinned.length === 0) return { keys, retired };
  const trusted: PublishedImageKey[] = [];
  // Each follows those that could endorse it.
  for (const key of [...retired, ...keys])
    if (pinned.includes(key.publicKey) || (await isEndorsed(key, trusted))) trusted.push(key);
  const isTrusted = (key: PublishedImageKey) => trusted.includes(key);
  return { keys: keys.filter(isTrusted), retired: retired.filter(isTrusted) };
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

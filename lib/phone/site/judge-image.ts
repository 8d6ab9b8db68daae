import { imageKeyId, isImageKeyEndorsed } from '../../wire/crypto/image-key';
import { importPublicKey } from '../../wire/crypto/signing-key';
import { verifyImageSignature, type ImageSignature, type SignedImage } from '../../wire/image/colour/image-signature';
import { bytesFromBase64Url } from '../../shared/bytes';
import type { Forgery } from '../../shared/codes/forged-image-report';
import type { PublishedImageKeys, PublishedImageKey } from '../../shared/codes/image-keys';
import type { ShowingPage } from '../../shared/codes/opened-link';
import { GatewayFailure } from '../gateway-failure';
import type { PhoneSite } from './pin-site';
import type { ScannedCode } from '../scanning/scan-code';
import { fetchSiteKeys } from './site-keys';

type TrustedKeys = Pick<PublishedImageKeys, 'keys' | 'retired'>;

/** How an activation reached the phone. */
export type CodeSource = 'image' | 'typed' | 'link';

export type DoubtReason =
  /** Typed values have no colours, and what a camera opens as a link is read without them. */
  | Exclude<CodeSource, 'image'>
  /** The ticket of a link that the website made for another browser, or that was used before. */
  | 'used-link'
  /** Black and white, or its colours could not be read. */
  | 'no-signature'
  /** The website publishes no keys, or cannot be reached. */
  | 'no-keys'
  /** The phone reached the website under another origin than the website's key list names. */
  | 'other-name'
  /** Signed with a retired key: the image may be old, or the key stolen. */
  | 'old-key'
  /** The browser does not support the algorithm. */
  | 'not-supported';

export type Issuer =
  | { kind: 'verified'; origin: string }
  /** The user must compare the origin with the address of the page that showed the activation. */
  | { kind: 'not-verifiable'; origin: string; reason: DoubtReason };

/** Of a link that a camera has opened: the page of the website that shows its image, which the user must compare. */
export type ShownBy = { kind: 'shown'; origin: string; page: ShowingPage };

export type ImageVerdict = Issuer | { kind: 'forged'; forgery: Forgery; keyId: string };

/**
 * Verifies an activation image's signature. A missing or unreadable signature proves nothing: black and white, bad light and
 * typed values are ordinary. A readable signature that is wrong is a forgery, because error correction rules out a reading
 * error.
 */
export async function judgeImage(
  site: PhoneSite,
  { text, signature }: ScannedCode,
  source: CodeSource,
): Promise<ImageVerdict> {
  if (!signature) return doubt(site, source === 'image' ? 'no-signature' : source);
  try {
    return await judgeSignature(site, text, signature);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return doubt(site, 'not-supported');
    throw error;
  }
}

async function judgeSignature(site: PhoneSite, payload: string, signature: ImageSignature): Promise<ImageVerdict> {
  const { origin, pins } = site;
  const { keyId } = signature;
  const pinned = await pins.find(origin);
  const published = await publishedBy(origin);
  if (published && published.origin !== origin) return doubt(site, 'other-name');

  const { keys, retired }: Known = published ? await endorsedKeys(published, pinned) : await byName(pinned);
  const candidates = [...keys, ...retired].filter(({ id }) => id === keyId);
  if (candidates.length === 0) {
    if (!published) return doubt(site, 'no-keys');
    const isPublished = published.keys.some(({ id }) => id === keyId);
    return { kind: 'forged', forgery: isPublished ? 'key-not-endorsed' : 'unknown-key', keyId };
  }
  const signer = await findSigner(candidates, signature, { payload, origin });
  if (!signer) return { kind: 'forged', forgery: 'wrong-signature', keyId };
  if (retired.includes(signer)) return doubt(site, 'old-key');
  // Retired keys may not endorse others, so they are unpinned.
  if (published && pinned.length > 0) await pins.keep(origin, keys.map(publicKeyOf));
  return { kind: 'verified', origin };
}

function doubt({ origin }: PhoneSite, reason: DoubtReason): ImageVerdict {
  return { kind: 'not-verifiable', origin, reason };
}

async function publishedBy(origin: string): Promise<PublishedImageKeys | null> {
  return fetchSiteKeys(origin).catch((error: unknown) => {
    if (error instanceof GatewayFailure) return null;
    throw error;
  });
}

type NamedKey = { id: string; publicKey: string };
type Known = { keys: readonly NamedKey[]; retired: readonly NamedKey[] };

async function byName(publicKeys: readonly string[]): Promise<Known> {
  const keys = publicKeys.map(async (publicKey) => {
    const id = await imageKeyId(bytesFromBase64Url(publicKey));
    return { id, publicKey };
  });
  return { keys: await Promise.all(keys), retired: [] };
}

async function findSigner(
  candidates: readonly NamedKey[],
  signature: ImageSignature,
  image: SignedImage,
): Promise<NamedKey | null> {
  for (const candidate of candidates) {
    const publicKey = await importPublicKey(bytesFromBase64Url(candidate.publicKey));
    if (await verifyImageSignature(signature, { ...image, publicKey })) return candidate;
  }
  return null;
}

function publicKeyOf({ publicKey }: NamedKey): string {
  return publicKey;
}

/**
 * Filters a website's key list down to the keys that a phone may trust.
 * @param pinned public keys in base64url; when there are none, every key is trusted
 * @returns the pinned keys, and those that a chain of endorsements connects to a pinned one
 */
async function endorsedKeys({ keys, retired }: PublishedImageKeys, pinned: readonly string[]): Promise<TrustedKeys> {
  if (pinned.length === 0) return { keys, retired };
  const trusted: PublishedImageKey[] = [];
  // In order of age, so that each key follows its endorser.
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

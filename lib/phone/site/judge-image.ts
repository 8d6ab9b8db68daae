import { imageKeyId, isImageKeyEndorsed } from '../../crypto/image-key';
import { importPublicKey } from '../../crypto/signing-key';
import { verifyImageSignature, type ImageSignature, type SignedImage } from '../../image/colour/image-signature';
import { bytesFromBase64Url } from '../../shared/bytes';
import type { Forgery } from '../../shared/codes/forged-image-report';
import type { PublishedImageKeys, PublishedImageKey } from '../../shared/codes/image-keys';
import { GatewayFailure } from '../gateway-failure';
import type { PhoneSite } from './pin-site';
import type { ScannedCode } from '../scanning/scan-code';
import { fetchSiteKeys } from './site-keys';

type TrustedKeys = Pick<PublishedImageKeys, 'keys' | 'retired'>;

/** How an activation has come to the phone. */
export type CodeSource = 'image' | 'typed' | 'link';

export type DoubtReason =
  /** Ways that have no colours. */
  | Exclude<CodeSource, 'image'>
  /** Black and white, or its colours could not be read. */
  | 'no-signature'
  /** The website publishes no keys, or cannot be asked. */
  | 'no-keys'
  /** The website goes by another name than the one it was reached by. */
  | 'other-name'
  /** Signed with a key that the website has left behind: it may be old, or the key may have been stolen. */
  | 'old-key'
  /** This browser does not know the algorithm. */
  | 'not-supported';

/** What is known of where an activation comes from. */
export type Issuer =
  | { kind: 'verified'; origin: string }
  /** The person is to compare the origin with where the activation was shown. */
  | { kind: 'not-verifiable'; origin: string; reason: DoubtReason };

export type ImageVerdict = Issuer | { kind: 'forged'; forgery: Forgery; keyId: string };

/**
 * Finds out who issued an activation image, before anything of it is sent. No signature, or none that can be read, proves
 * nothing: black and white, bad light and typed values are ordinary. A whole signature that does not hold is no accident,
 * because reading it has mended every error or given up.
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
  // Keys that the website has left behind are not to endorse others any longer.
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
 * What a phone may trust of a website's list.
 * @param pinned public keys in base64url that the phone holds the site to; when there are none, all are to be trusted
 * @returns the keys that are pinned, and those to which endorsements lead from a pinned one
 */
async function endorsedKeys({ keys, retired }: PublishedImageKeys, pinned: readonly string[]): Promise<TrustedKeys> {
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

import {
  imageKeyContext,
  isNextKeyDue,
  publishedKeys,
  signingKey,
  type ImageKey,
  type ImageKeyStore,
} from '../image-key';
import type { ImageSignature, ImageSigner } from '../image-signer';
import type { Encrypter } from '../../../shared/encrypter';
import { endorseImageKey, imageKeyId } from '../../crypto/image-key';
import { generateSigningKeyPair, importPrivateKey } from '../../crypto/signing-key';
import { signImage } from '../colour/image-signature';
import { base64UrlFromBytes, bytesFromBase64Url, type Bytes } from '../../../shared/bytes';
import { batch } from '../../../shared/async/batch';
import type { Clock } from '../../../shared/time/clock';
import { DAY, HOUR, SECOND } from '../../../shared/time/duration';
import type { PublishedImageKeys } from '../../../shared/codes/image-keys';

/** How long a key is published before it signs: longer than any cache keeps a list without it. */
const LEAD_MS = HOUR;
/** Added to an image's lifetime before its key counts as retired. */
const MARGIN_MS = DAY;

type Ports = { store: ImageKeyStore; encrypter: Encrypter; clock: Clock };

/** Durations in milliseconds. */
type Settings = {
  /** The site's configured origin; a request's Host header must not be signed. */
  origin: string;
  rotationMs: number;
  imageLifetimeMs: number;
};

/**
 * Signs with keys that are stored encrypted in the database. Keys are read each time, because replicas share them and
 * an erased key must not stay in memory; what is signed at the same moment shares one read.
 */
export class StoredImageSigner implements ImageSigner {
  readonly #ports: Ports;
  readonly #settings: Settings;
  readonly #openSigningKey = batch(async (askers: null[]) => {
    const keyPair = await this.#readSigningKey();
    return askers.map(() => keyPair);
  });

  constructor(ports: Ports, settings: Settings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  async sign(payload: string, issuedAt: Date): Promise<ImageSignature> {
    const { keyId, privateKey } = await this.#openSigningKey(null);
    const image = { payload, origin: this.#settings.origin, keyId, issuedAt: Math.floor(issuedAt.getTime() / SECOND) };
    return signImage(image, privateKey);
  }

  async publish(): Promise<PublishedImageKeys> {
    const { origin, imageLifetimeMs } = this.#settings;
    return { origin, ...publishedKeys(await this.#keys(), this.#ports.clock.now(), imageLifetimeMs + MARGIN_MS) };
  }

  async rotate(): Promise<void> {
    const { store, clock } = this.#ports;
    const now = clock.now();
    const keys = await store.list();
    // If another replica is faster, its key is added instead.
    if (isNextKeyDue(keys, now, this.#settings.rotationMs)) await store.add(await this.#makeNext(keys.at(-1), now));
    const signing = signingKey(keys, now);
    if (signing) await store.erasePrivateKeysBefore(signing.number);
  }

  async #readSigningKey(): Promise<{ keyId: string; privateKey: CryptoKey }> {
    const key = signingKey(await this.#keys(), this.#ports.clock.now());
    if (!key) throw new TypeError('there is no key to sign images with');
    return { keyId: key.id, privateKey: await importPrivateKey(await this.#open(key)) };
  }

  /** Never empty: makes the first key if there is none yet. */
  async #keys(): Promise<ImageKey[]> {
    const { store } = this.#ports;
    const keys = await store.list();
    if (keys.length > 0) return keys;
    await this.rotate();
    return store.list();
  }

  async #makeNext(previous: ImageKey | undefined, now: Date): Promise<ImageKey> {
    const { publicKey, privateKey } = await generateSigningKeyPair();
    const id = await imageKeyId(publicKey);
    const endorsement = previous && (await endorseImageKey(await this.#open(previous), publicKey));
    return {
      number: (previous?.number ?? 0) + 1,
      id,
      publicKey: base64UrlFromBytes(publicKey),
      encryptedPrivateKey: await this.#ports.encrypter.encrypt(base64UrlFromBytes(privateKey), imageKeyContext(id)),
      notBefore: previous ? new Date(now.getTime() + LEAD_MS) : now,
      endorsement: endorsement ? base64UrlFromBytes(endorsement) : null,
    };
  }

  /** @throws when the key has been erased, or its data key is gone */
  async #open({ id, encryptedPrivateKey }: ImageKey): Promise<Bytes> {
    if (encryptedPrivateKey === null) throw new TypeError(`the private key ${id} is erased`);
    return bytesFromBase64Url(await this.#ports.encrypter.decrypt(encryptedPrivateKey, imageKeyContext(id)));
  }
}

import { isNextKeyDue, signingKey } from '../../wire/image/image-key';
import { generateEs256KeyPair, jwkThumbprint, publicJwk, signCompactJws } from '../../wire/crypto/es256';
import { base64UrlFromBytes, bytesFromBase64Url } from '../../shared/bytes';
import type { Encrypter } from '../../shared/encrypter';
import type { Clock } from '../../shared/time/clock';
import { DAY, HOUR, SECOND } from '../../shared/time/duration';
import {
  type LinkResult,
  type PublishedResultKeys,
  RESULT_LIFETIME_MS,
  RESULT_TYPE,
  type ResultKey,
  resultKeyContext,
  type ResultKeyStore,
  type ResultSigner,
} from './result-signer';

const ROTATED_EVERY_MS = 90 * DAY;
/** How long a key is published before it signs: longer than any cache keeps a list without it. */
const LEAD_MS = HOUR;
/** How long a key is published after the next one has begun: longer than any result lives, by any clock. */
const PUBLISHED_AFTER_MS = DAY;

type Ports = { store: ResultKeyStore; encrypter: Encrypter; clock: Clock };

/**
 * Signs with keys of its own that are stored encrypted: what signs images signs nothing else. Keys are read each time,
 * because replicas share them and an erased key must not stay in memory.
 */
export class StoredResultSigner implements ResultSigner {
  readonly #ports: Ports;
  readonly #issuer: string;

  /** @param issuer this site's configured origin; a request's Host header must not be signed */
  constructor(ports: Ports, issuer: string) {
    this.#ports = ports;
    this.#issuer = issuer;
  }

  async sign({ linkId, serviceAccountId, callerState, activationId, outcome, at }: LinkResult): Promise<string> {
    const { clock, encrypter } = this.#ports;
    const now = clock.now();
    const key = signingKey(await this.#keys(), now);
    if (!key?.encryptedPrivateKey) throw new TypeError('there is no key to sign results with');
    const claims = {
      iss: this.#issuer,
      aud: serviceAccountId,
      iat: Math.floor(now.getTime() / SECOND),
      exp: Math.floor((now.getTime() + RESULT_LIFETIME_MS) / SECOND),
      jti: linkId,
      state: callerState,
      activationId,
      outcome,
      time: at.toISOString(),
    };
    const privateKey = await encrypter.decrypt(key.encryptedPrivateKey, resultKeyContext(key.id));
    return signCompactJws({ typ: RESULT_TYPE, kid: key.id }, claims, bytesFromBase64Url(privateKey));
  }

  async publish(): Promise<PublishedResultKeys> {
    const keys = await this.#keys();
    const oldest = this.#ports.clock.now().getTime() - PUBLISHED_AFTER_MS;
    const published = keys.filter((_key, index) => {
      const next = keys[index + 1];
      return !next || next.notBefore.getTime() > oldest;
    });
    return { keys: published.map(describe) };
  }

  async rotate(): Promise<void> {
    const { store, clock } = this.#ports;
    const now = clock.now();
    const keys = await store.list();
    // If another replica is faster, its key is added instead.
    if (isNextKeyDue(keys, now, ROTATED_EVERY_MS)) await store.add(await this.#makeNext(keys.at(-1), now));
    const signing = signingKey(keys, now);
    if (signing) await store.erasePrivateKeysBefore(signing.number);
  }

  /** Never empty: makes the first key if there is none yet. */
  async #keys(): Promise<ResultKey[]> {
    const { store } = this.#ports;
    const keys = await store.list();
    if (keys.length > 0) return keys;
    await this.rotate();
    return store.list();
  }

  async #makeNext(previous: ResultKey | undefined, now: Date): Promise<ResultKey> {
    const { publicKey, privateKey } = await generateEs256KeyPair();
    const id = await jwkThumbprint(publicJwk(publicKey));
    return {
      number: (previous?.number ?? 0) + 1,
      id,
      publicKey: base64UrlFromBytes(publicKey),
      encryptedPrivateKey: await this.#ports.encrypter.encrypt(base64UrlFromBytes(privateKey), resultKeyContext(id)),
      notBefore: previous ? new Date(now.getTime() + LEAD_MS) : now,
    };
  }
}

function describe({ id: kid, publicKey }: ResultKey): PublishedResultKeys['keys'][number] {
  const { kty, crv, x, y } = publicJwk(bytesFromBase64Url(publicKey));
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'] };
}

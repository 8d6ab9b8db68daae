import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { AssertionOptions, RegistrationOptions } from '../../accounts/passkeys/passkey-options';

/** A passkey outside an authenticator, in base64url. Playwright's `context.credentials.create` takes it. */
export type KeptPasskey = {
  id: string;
  userHandle: string;
  /** PKCS #8. */
  privateKey: string;
  /** SubjectPublicKeyInfo. */
  publicKey: string;
  /** Signatures so far. */
  signCount: number;
};

/** What an authenticator or its browser may get wrong, or lie about. */
export type Changes = Partial<{
  origin: string;
  rpId: string;
  isVerified: boolean;
  counter: number;
  type: string;
  challenge: string;
  crossOrigin: boolean;
  userHandle: string | undefined;
}>;

const PRESENT = 0x01;
const VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;

/**
 * A passkey provider in memory, together with its browser: ES256, one passkey, backed up, without an attestation
 * (WebAuthn §6.1, §6.5.4).
 */
export class SoftwareAuthenticator {
  readonly #origin: string;
  #credentialId: Buffer = randomBytes(32);
  #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle: string | undefined;
  /** Signatures so far; stays 0 if it does not count. */
  counter = 0;
  readonly #counts: boolean;

  constructor(origin: string, { counts = true }: { counts?: boolean } = {}) {
    this.#origin = origin;
    this.#counts = counts;
  }

  /** One that has a passkey already, and counts on. */
  static with(
    { id, userHandle, privateKey, publicKey, signCount }: KeptPasskey,
    origin: string,
  ): SoftwareAuthenticator {
    const authenticator = new SoftwareAuthenticator(origin);
    authenticator.#credentialId = Buffer.from(id, 'base64url');
    authenticator.#keys = {
      privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' }),
    };
    authenticator.#userHandle = userHandle;
    authenticator.counter = signCount;
    return authenticator;
  }

  /** @throws TypeError before it has registered */
  get passkey(): KeptPasskey {
    if (this.#userHandle === undefined) throw new TypeError('the authenticator has no passkey yet');
    return {
      id: this.credentialId,
      userHandle: this.#userHandle,
      privateKey: this.#keys.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
      publicKey: this.#keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
      signCount: this.counter,
    };
  }

  get credentialId(): string {
    return this.#credentialId.toString('base64url');
  }

  /** @returns `RegistrationResponseJSON` */
  register({ challenge, rp, user }: RegistrationOptions, changes: Changes = {}): string {
    this.#userHandle = user.id;
    const clientData = this.#clientData('webauthn.create', challenge, changes);
    const length = Buffer.from([this.#credentialId.length >> 8, this.#credentialId.length & 0xff]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#credentialId, coseKey(this.#keys.publicKey)]);
    const authData = Buffer.concat([this.#authenticatorData(rp.id, ATTESTED, changes), attested]);
    // {"fmt": "none", "attStmt": {}, "authData": …}
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ]);
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal', 'hybrid'],
    });
  }

  /** @returns `AuthenticationResponseJSON` */
  answer({ challenge, rpId }: Pick<AssertionOptions, 'challenge' | 'rpId'>, changes: Changes = {}): string {
    if (this.#counts) this.counter += 1;
    const clientData = this.#clientData('webauthn.get', challenge, changes);
    const authenticatorData = this.#authenticatorData(rpId, 0, changes);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
      userHandle: 'userHandle' in changes ? changes.userHandle : this.#userHandle,
    });
  }

  #answer(response: object): string {
    const id = this.credentialId;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  #clientData(type: string, challenge: string, changes: Changes): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: changes.type ?? type,
        challenge: changes.challenge ?? challenge,
        origin: changes.origin ?? this.#origin,
        crossOrigin: changes.crossOrigin ?? false,
      }),
    );
  }

  #authenticatorData(rpId: string, moreFlags: number, changes: Changes): Buffer {
    const verified = changes.isVerified === false ? 0 : VERIFIED;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(changes.counter ?? this.counter);
    return Buffer.concat([
      createHash('sha256')
        .update(changes.rpId ?? rpId)
        .digest(),
      Buffer.from([PRESENT | verified | BACKUP_ELIGIBLE | BACKED_UP | moreFlags]),
      counter,
    ]);
  }
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1) */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [head, between] = [Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), Buffer.from([0x22])];
  return Buffer.concat([head, cborBytes(Buffer.from(x, 'base64url')), between, cborBytes(Buffer.from(y, 'base64url'))]);
}

/** RFC 8949 §3.1, major type 3; below 24 bytes. */
function cborText(text: string): Buffer {
  return Buffer.from([0x60 | text.length, ...Buffer.from(text)]);
}

/** Major type 2; below 65,536 bytes. */
function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

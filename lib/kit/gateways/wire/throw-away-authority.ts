import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { DAY } from '../../../shared/time/duration';

/** A key and its certificate, both PEM. */
export type Identity = { key: string; cert: string };

export type CertificateRequest = {
  commonName: string;
  /** Host names it is good for; `127.0.0.1` comes with `localhost`. */
  host?: string;
  validFrom?: Date;
  validUntil?: Date;
};

/** A certificate authority that lives as long as a test: X.509 version 3 (RFC 5280), ECDSA with P-256 and SHA-256. */
export class ThrowAwayAuthority {
  /** PEM. */
  readonly cert: string;
  readonly #name: Buffer;
  readonly #key: KeyObject;

  constructor(commonName: string) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#name = nameOf(commonName);
    this.#key = privateKey;
    this.cert = this.#certify(this.#name, publicKey, validity({ commonName }), [BASIC_CONSTRAINTS_CA, KEY_USAGE_CA]);
  }

  issue(request: CertificateRequest): Identity {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const extensions = request.host === undefined ? [] : [subjectAlternativeName(request.host)];
    return {
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      cert: this.#certify(nameOf(request.commonName), publicKey, validity(request), extensions),
    };
  }

  /** RFC 5280 §4.1. */
  #certify(subject: Buffer, publicKey: KeyObject, valid: Buffer, extensions: Buffer[]): string {
    const version = der(0xa0, der(0x02, Buffer.of(2)));
    const serialNumber = der(0x02, Buffer.of(1, ...crypto.getRandomValues(new Uint8Array(8))));
    const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
    const parts = [version, serialNumber, ECDSA_WITH_SHA256, this.#name, valid, subject, subjectKey];
    if (extensions.length > 0) parts.push(der(0xa3, der(0x30, ...extensions)));
    const body = der(0x30, ...parts);
    const signature = der(0x03, Buffer.of(0), sign('sha256', body, this.#key));
    const lines =
      der(0x30, body, ECDSA_WITH_SHA256, signature)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  }
}

const ECDSA_WITH_SHA256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
const BASIC_CONSTRAINTS_CA = Buffer.from('300f0603551d130101ff040530030101ff', 'hex');
const KEY_USAGE_CA = Buffer.from('300e0603551d0f0101ff040403020204', 'hex');

/** One value of ASN.1's distinguished encoding, shorter than 64 KiB. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const head = length < 0x100 ? Buffer.of(tag, 0x81, length) : Buffer.of(tag, 0x82, length >> 8, length & 0xff);
  return Buffer.concat([head, content]);
}

function nameOf(commonName: string): Buffer {
  const value = der(0x0c, Buffer.from(commonName));
  return der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), value)));
}

function validity({ validFrom, validUntil }: CertificateRequest): Buffer {
  const now = Date.now();
  const times = [validFrom ?? new Date(now - DAY), validUntil ?? new Date(now + 90 * DAY)];
  return der(0x30, ...times.map((time) => der(0x18, Buffer.from(time.toISOString().replaceAll(/[-:T]|\.\d+/g, '')))));
}

function subjectAlternativeName(host: string): Buffer {
  const names = [der(0x82, Buffer.from(host))];
  if (host === 'localhost') names.push(der(0x87, Buffer.of(127, 0, 0, 1)));
  return der(0x30, Buffer.from('0603551d11', 'hex'), der(0x04, der(0x30, ...names)));
}

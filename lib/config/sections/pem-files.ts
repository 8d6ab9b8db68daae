import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A TLS client's trusted authorities and its identity, in PEM. */
export type TlsSettings = {
  /** Trusted instead of the well-known authorities; null for those. */
  authority: string | null;
  identity: ClientIdentity | null;
};

export type ClientIdentity = { certificate: string; key: string };

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** As OpenSSL takes one. */
const ANY_CERTIFICATE = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** Transforms the name of a file of certificates into its content. Every certificate must be valid now. */
export const certificateFileSchema = pemFileSchema((text) => {
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) return 'needs a file with a certificate in PEM';
  // TLS would take these as well, and nothing below has looked at them.
  if (certificates.length !== (text.match(ANY_CERTIFICATE) ?? []).length)
    return 'holds a certificate that is not between “BEGIN CERTIFICATE” and “END CERTIFICATE”';
  for (const pem of certificates) {
    const { validFrom, validTo, subject } = new X509Certificate(pem);
    const name = subject.replaceAll('\n', ', ');
    if (Date.now() > Date.parse(validTo)) return `holds a certificate that has expired on ${validTo}: ${name}`;
    if (Date.now() < Date.parse(validFrom)) return `holds a certificate that is not valid before ${validFrom}: ${name}`;
  }
  return null;
});

/** Transforms the name of a file with an unencrypted private key into its content. */
export const keyFileSchema = pemFileSchema((text) => {
  createPrivateKey(text);
  return null;
});

/** Whether the first certificate belongs to the key. */
export function isCertificateOf({ certificate, key }: ClientIdentity): boolean {
  return new X509Certificate(certificate.match(CERTIFICATE)?.[0] ?? '').checkPrivateKey(createPrivateKey(key));
}

/** @param findProblem returns null for none; throws when the text is not PEM */
function pemFileSchema(findProblem: (text: string) => string | null) {
  return z.string().transform((file, context): string => {
    try {
      const text = readFileSync(file, 'utf8');
      const problem = findProblem(text);
      if (problem === null) return text;
      context.addIssue({ code: 'custom', message: problem });
    } catch (error) {
      // Only the code, because the parser's message might quote the file.
      const { code = 'malformed' } = error as NodeJS.ErrnoException;
      context.addIssue({ code: 'custom', message: `needs a file in PEM that can be read (${code})` });
    }
    return z.NEVER;
  });
}

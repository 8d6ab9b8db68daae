import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a TLS client trusts, and what it shows. All PEM. */
export type TlsSettings = {
  /** Authorities to trust in the place of the well-known ones; null for those. */
  authority: string | null;
  identity: ClientIdentity | null;
};

export type ClientIdentity = { certificate: string; key: string };

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Names a file of certificates; becomes what is in it. Every certificate must be valid now. */
export const certificateFileSchema = pemFileSchema((text) => {
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) return 'needs a file with a certificate in PEM';
  for (const pem of certificates) {
    const { validFrom, validTo, subject } = new X509Certificate(pem);
    const name = subject.replaceAll('\n', ', ');
    if (Date.now() > Date.parse(validTo)) return `holds a certificate that has expired on ${validTo}: ${name}`;
    if (Date.now() < Date.parse(validFrom)) return `holds a certificate that is not valid before ${validFrom}: ${name}`;
  }
  return null;
});

/** Names a file with a private key without a passphrase; becomes what is in it. */
export const keyFileSchema = pemFileSchema((text) => {
  createPrivateKey(text);
  return null;
});

/** Whether the first certificate of a file is that of the key. */
export function isCertificateOf({ certificate, key }: ClientIdentity): boolean {
  return new X509Certificate(certificate.match(CERTIFICATE)?.[0] ?? '').checkPrivateKey(createPrivateKey(key));
}

/** @param findProblem null when there is none; throws when it is no PEM at all */
function pemFileSchema(findProblem: (text: string) => string | null) {
  return z.string().transform((file, context): string => {
    try {
      const text = readFileSync(file, 'utf8');
      const problem = findProblem(text);
      if (problem === null) return text;
      context.addIssue({ code: 'custom', message: problem });
    } catch (error) {
      // The code alone: the message of a parser might hold what it has read.
      const { code = 'malformed' } = error as NodeJS.ErrnoException;
      context.addIssue({ code: 'custom', message: `needs a file in PEM that can be read (${code})` });
    }
    return z.NEVER;
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';

/** Files of an authority and its clients, right and wrong ones. */
export function writeCertificates() {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-environment-'));
  const authority = new ThrowAwayAuthority('Authority');
  const client = authority.issue({ commonName: 'client' });
  const past = { validFrom: new Date('2020-01-01T00:00:00Z'), validUntil: new Date('2021-01-01T00:00:00Z') };
  const write = (name: string, content: string) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  return {
    authority: write('authority.pem', authority.cert + authority.cert),
    certificate: write('client.pem', client.cert),
    key: write('key.pem', client.key),
    otherKey: write('other-key.pem', authority.issue({ commonName: 'other' }).key),
    expired: write('expired.pem', authority.cert + authority.issue({ commonName: 'old', ...past }).cert),
    // TLS trusts it, too.
    otherwiseLabelled: write(
      'labelled.pem',
      authority.cert +
        authority.issue({ commonName: 'old', ...past }).cert.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'),
    ),
    broken: write('broken.pem', authority.cert.replace(/\n[A-Za-z0-9+/]{64}\n/, '\n')),
    remove: () => rmSync(directory, { recursive: true }),
  };
}

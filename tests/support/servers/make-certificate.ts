import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThrowAwayAuthority, type Identity } from '@/lib/kit/gateways/wire/throw-away-authority';

/** A certificate for `localhost`, and a file with the authority that vouches for it. */
export function makeCertificate(): Identity & { authorityFile: string; remove: () => void } {
  const authority = new ThrowAwayAuthority('Throw-away authority');
  const directory = mkdtempSync(join(tmpdir(), 'tessera-certificate-'));
  const authorityFile = join(directory, 'authority.pem');
  writeFileSync(authorityFile, authority.cert);
  const identity = authority.issue({ commonName: 'localhost', host: 'localhost' });
  return { ...identity, authorityFile, remove: () => rmSync(directory, { recursive: true }) };
}

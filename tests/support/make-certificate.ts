import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function findOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** A certificate for `localhost` that is its own authority, for a day. */
export function makeCertificate(): { key: string; cert: string; certFile: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-certificate-'));
  const [keyFile, certFile] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...request, ...about, '-keyout', keyFile, '-out', certFile], { stdio: 'pipe' });
  return {
    key: readFileSync(keyFile, 'utf8'),
    cert: readFileSync(certFile, 'utf8'),
    certFile,
    remove: () => rmSync(directory, { recursive: true }),
  };
}

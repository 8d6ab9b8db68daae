import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../../../shared/time/duration';
import type { WrongCertificate } from '../../faults/fault';
import { ThrowAwayAuthority, type Identity } from './throw-away-authority';

/** PEM files: the authority, and a client that it vouches for. */
export type CertificateFiles = { caFile: string; clientCertificateFile: string; clientKeyFile: string };

/** An authority of our own, with certificates that it and others have issued for `localhost`. */
export class Certificates {
  readonly authority = new ThrowAwayAuthority('Throw-away authority');
  /** To present: the right one, the same for five days more, and wrong ones. */
  readonly identities: Record<'right' | 'expiring' | WrongCertificate, Identity>;
  readonly files: CertificateFiles;
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-stand-in-'));

  constructor() {
    const request = { commonName: 'localhost', host: 'localhost' };
    const now = Date.now();
    const client = this.authority.issue({ commonName: 'Self-Management Website' });
    this.identities = {
      right: this.authority.issue(request),
      expiring: this.authority.issue({ ...request, validUntil: new Date(now + 5 * DAY) }),
      untrusted: new ThrowAwayAuthority('Somebody else').issue(request),
      expired: this.authority.issue({
        ...request,
        validFrom: new Date(now - 2 * DAY),
        validUntil: new Date(now - DAY),
      }),
      'of-another-host': this.authority.issue({ commonName: 'elsewhere.example', host: 'elsewhere.example' }),
    };
    this.files = {
      caFile: this.#write('authority.pem', this.authority.cert),
      clientCertificateFile: this.#write('client.pem', client.cert),
      clientKeyFile: this.#write('client-key.pem', client.key),
    };
  }

  removeFiles(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #write(name: string, content: string): string {
    const file = join(this.#directory, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  }
}

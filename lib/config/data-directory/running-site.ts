import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';

const FILE = 'site-address';

/** Notes the address of a site that has started, so that the phone in the terminal finds it. */
export function rememberSite({ database, publicUrl }: Config): void {
  if (database.kind === 'embedded') writeFileSync(join(database.dataDirectory, FILE), publicUrl, { mode: 0o600 });
}

/** The address of the site that has last started with a data directory; null where none has. */
export function findSite(dataDirectory: string): string | null {
  try {
    const address = readFileSync(join(dataDirectory, FILE), 'utf8').trim();
    return URL.canParse(address) ? address : null;
  } catch {
    return null;
  }
}

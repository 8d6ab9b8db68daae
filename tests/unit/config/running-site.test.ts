import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '@/lib/config/config';
import { findDataDirectory } from '@/lib/config/data-directory/data-directory';
import { findSite, rememberSite } from '@/lib/config/data-directory/running-site';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-site-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

it('a site that has started is found by its data directory, on whichever port', () => {
  const database = { kind: 'embedded', dataDirectory: directory, fsync: true } as const;
  expect(findSite(directory)).toBeNull();
  rememberSite({ database, publicUrl: 'http://127.0.0.1:4200' } as Config);
  expect(findSite(directory)).toBe('http://127.0.0.1:4200');
});

it('a file that holds something else finds none', () => {
  writeFileSync(join(directory, 'site-address'), 'nonsense');
  expect(findSite(directory)).toBeNull();
});

it('the data directory is that of the environment, else of the file, else the default', () => {
  const file = join(directory, '.env');
  expect(findDataDirectory({}, file)).toBe(resolve('.data'));
  writeFileSync(file, 'TESSERA_DATA_DIR=/srv/tessera\nSESSION_SECRET=malformed');
  expect(findDataDirectory({}, file)).toBe('/srv/tessera');
  expect(findDataDirectory({ TESSERA_DATA_DIR: '/srv/other' }, file)).toBe('/srv/other');
  expect(findDataDirectory({ TESSERA_DATA_DIR: '' }, file)).toBe(resolve('.data'));
});

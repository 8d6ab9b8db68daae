import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '@/lib/config/config';
import { findSite, rememberSite } from '@/lib/config/running-site';

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

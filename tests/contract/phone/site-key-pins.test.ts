import * as standIn from 'fake-indexeddb';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SiteKeyPins } from '@/lib/phone/site/site-key-pins';
import { StoredSiteKeyPins } from '@/lib/phone/site/stored-site-key-pins';
import { openPhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { SiteKeyFile } from '@/lib/cli/phone/site-key-file';
import { MemorySiteKeyPins } from '../../support/doubles/stores/memory-site-key-pins';

const [HERE, ELSEWHERE] = ['https://tessera.example.org', 'https://elsewhere.example.org'];

/** What every adapter of the port `SiteKeyPins` does. @param open opens the same store again and again */
function siteKeyPinsContract(open: () => Promise<SiteKeyPins>): void {
  it('a website has no pinned keys at first', async () => {
    expect(await (await open()).find(HERE)).toEqual([]);
  });

  it('each website is pinned to its own keys, and newer keys replace older ones', async () => {
    await (await open()).keep(HERE, ['first', 'second']);
    await (await open()).keep(ELSEWHERE, ['other']);
    await (await open()).keep(HERE, ['second', 'third']);
    expect(await (await open()).find(HERE)).toEqual(['second', 'third']);
    expect(await (await open()).find(ELSEWHERE)).toEqual(['other']);
  });
}

describe('in memory', () => {
  const pins = new MemorySiteKeyPins();
  siteKeyPinsContract(async () => pins);
});

describe('in the browser', () => {
  beforeAll(() => {
    for (const [name, value] of Object.entries(standIn)) vi.stubGlobal(name, value);
    vi.stubGlobal('indexedDB', new standIn.IDBFactory());
  });

  siteKeyPinsContract(async () => new StoredSiteKeyPins(await openPhoneDatabase(() => {})));
});

describe('in a file', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-pins-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  siteKeyPinsContract(async () => new SiteKeyFile(join(directory, 'new', 'keys.json')));

  it('the file of pins may be read by its owner alone', () => {
    expect(statSync(join(directory, 'new', 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'no JSON', '[]'])(
    'a file of pins that says "%s" is refused rather than taken for empty',
    async (text) => {
      const path = join(directory, 'damaged.json');
      writeFileSync(path, text);
      await expect(new SiteKeyFile(path).find(HERE)).rejects.toThrow('does not hold websites');
    },
  );
});

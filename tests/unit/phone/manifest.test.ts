import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '@/lib/shared/language/catalogues';
import type { Message } from '@/lib/shared/language/t';
import { repository } from '../../support/repository';

type Picture = { src: string; sizes: string; type: string; label?: string };
type Manifest = { description: Message; orientation?: string; icons: Picture[]; screenshots: Picture[] };

const read = (path: string) => readFileSync(join(repository, 'public', path));
const manifest = JSON.parse(read('authenticator/manifest.webmanifest').toString()) as Manifest;

describe('the manifest of the phone app', () => {
  it('the manifest describes the app in each language, as its page does', () => {
    const text = manifest.description;
    expect(manifest).toMatchObject({
      lang: 'en',
      description_localized: Object.fromEntries(
        Object.entries(CATALOGUES).map(([language, catalogue]) => [language, catalogue[text]]),
      ),
    });
  });

  it('the manifest leaves the orientation to the user (WCAG 1.3.4)', () => {
    expect(manifest.orientation ?? 'any').toBe('any');
  });

  it('the manifest has screenshots of the size it declares', () => {
    expect(manifest.screenshots.length).toBeGreaterThan(0);
    expect(manifest.screenshots.filter(({ label }) => !label)).toEqual([]);
    for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
      const { width, height } = PNG.sync.read(read(src));
      expect({ src, sizes, type }).toEqual({ src, sizes: `${width}x${height}`, type: 'image/png' });
    }
  });
});

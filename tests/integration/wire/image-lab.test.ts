import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONDITIONS } from '../../lab/conditions';
import type { Shot } from '../../lab/distort';
import { issueSample, type Sample } from '../../lab/issue-sample';
import { READERS } from '../../lab/readers';
import { takeShot, type Theme } from '../../lab/take-shot';
import { tryReaders } from '../../lab/try-readers';
import { browserOptions } from '../../support/browser/browser-options';
import { isWholeRun } from '../../support/rounds';

/*
 * The part of `npm run lab:images` that is cheap enough for every time: real screenshots, distorted by fixed seeds. The
 * same images distorted in the same way every time, so that either every reader reads them, or something has changed.
 */

type Row = { condition: string; kind?: 'plain' | 'colour'; side?: number; theme?: Theme; samples?: number };

/** Conditions of which another one asks as much, or more. */
const EASIER: Row[] = [
  { condition: 'scale 0.6' },
  { condition: 'rotation 20°' },
  { condition: 'tilt 20°' },
  { condition: 'JPEG 60' },
  { condition: 'gamma 0.5' },
  { condition: 'gamma 2' },
  { condition: 'phone-mild' },
  { condition: 'phone-mild', kind: 'plain' },
];

const ROWS: Row[] = [
  { condition: 'clean' },
  { condition: 'clean', side: 160, theme: 'dark' },
  { condition: 'clean', theme: 'forced' },
  { condition: 'clean', kind: 'plain' },
  { condition: 'perspective 12 %' },
  { condition: 'blur 2' },
  { condition: 'night light, blue × 0.22' },
  { condition: 'desaturation 40 %' },
  { condition: 'glare 0.5' },
  { condition: 'phone-mid', samples: 2 },
  { condition: 'phone-mid', kind: 'plain', samples: 2 },
  ...(isWholeRun ? EASIER : []),
];

let browser: Browser;
let sample: Sample;
const shots = new Map<string, Promise<Shot>>();

beforeAll(async () => {
  browser = await chromium.launch(browserOptions());
  sample = await issueSample();
});
afterAll(() => browser.close());

function shotOf(kind: 'plain' | 'colour', side: number, theme: Theme): Promise<Shot> {
  const name = `${kind} ${side} ${theme}`;
  const shot = shots.get(name) ?? takeShot(browser, sample[kind], side, theme);
  shots.set(name, shot);
  return shot;
}

test.each(ROWS)(
  'every reader decodes the image, and the phone its signature: $condition $kind $side $theme',
  async ({ condition, kind = 'colour', side = 300, theme = 'light', samples = 1 }) => {
    const found = CONDITIONS.find(({ name }) => name === condition);
    if (!found) throw new RangeError(`no condition "${condition}"`);
    expect(await tryReaders(await shotOf(kind, side, theme), found, samples, READERS, sample)).toEqual({
      texts: { qr: samples, zxing: samples, jsqr: samples },
      signatures: kind === 'colour' ? samples : 0,
      wrong: 0,
    });
  },
);

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  GROUNDS,
  isReadable,
  NEEDED_CONTRAST,
  paletteOf,
  parseColour,
  readableLike,
  textContrast,
  type Scheme,
} from '@/lib/messaging/organisation/palette';
import { coloursOf, styleSheet, styleSheetPath } from '@/lib/messaging/organisation/style-sheet';

const SCHEMES = ['light', 'dark'] as const satisfies readonly Scheme[];
const HUES = ['#ff0000', '#ffd400', '#00a651', '#00aeef', '#1d4ed8', '#7c3aed', '#000000', '#ffffff', '#808080'];

it('the contrast of black and white is 21, and of a colour with itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#0a5960', '#0a5960')).toBe(1);
});

it('the contrast of #767676 on white is what WCAG’s own examples say', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it('the grounds that an accent is judged by are those of the style sheet', async () => {
  const css = await readFile(new URL('../../../../app/globals.css', import.meta.url), 'utf8');
  const blocks = css.split('@media screen and (prefers-color-scheme: dark)');
  for (const [index, scheme] of SCHEMES.entries())
    for (const [name, colour] of Object.entries(GROUNDS[scheme]))
      expect(blocks[index], `${scheme} ${name}`).toContain(`--color-${name}: ${colour};`);
});

it('the product’s own accents would be accepted', () => {
  expect([isReadable('light', '#0a5960'), isReadable('dark', '#74c9c7')]).toEqual([true, true]);
});

describe.each(SCHEMES)('on %s pages', (scheme) => {
  it.each(HUES)('the suggestion for %s can be read wherever an accent is used', (hue) => {
    const suggested = readableLike(scheme, hue);
    const { accent, hover, onAccent, soft } = paletteOf(scheme, suggested);
    const { page, surface, ink, focus } = GROUNDS[scheme];
    const texts = [
      [accent, page],
      [accent, surface],
      [accent, soft],
      [hover, surface],
      [onAccent, accent],
      [onAccent, hover],
      [ink, soft],
    ] as const;
    for (const [text, ground] of texts)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(NEEDED_CONTRAST);
    expect(contrast(focus, soft)).toBeGreaterThanOrEqual(3);
    expect(isReadable(scheme, suggested)).toBe(true);
  });

  it('a colour that can be read is suggested as it is', () => {
    const own = scheme === 'light' ? '#0a5960' : '#74c9c7';
    expect(readableLike(scheme, own)).toBe(own);
  });

  it('a colour of the ground itself is refused', () => {
    expect(isReadable(scheme, GROUNDS[scheme].page)).toBe(false);
    expect(textContrast(scheme, GROUNDS[scheme].page)).toBe(1);
  });
});

it.each([
  'red',
  '#fff',
  '#12345',
  '#1234567',
  '0a5960',
  '#0a596g',
  '#0a5960;}body{display:none',
  'url(//evil.example)',
])('threat: a style sheet through a colour: %s is no colour', (text) => {
  expect(parseColour(text)).toBeNull();
});

it('a colour is kept in lower case, without space around it', () => {
  expect(parseColour(' #0A5960 ')).toBe('#0a5960');
});

describe('the style sheet of two accents', () => {
  const colours = { light: '#7a1fa2', dark: '#e1a8f5' };

  it('the address names both, and leads back to them', () => {
    expect(styleSheetPath(colours)).toBe('/api/look/7a1fa2-e1a8f5/colours.css');
    expect(coloursOf('7a1fa2-e1a8f5')).toEqual(colours);
  });

  it('light pages get one accent, and dark ones the other, on screens alone', () => {
    const [light = '', dark = ''] = styleSheet(colours).split('\n');
    expect(light).toContain('--color-accent:#7a1fa2;');
    expect(dark).toMatch(/^@media screen and \(prefers-color-scheme: dark\)/);
    expect(dark).toContain('--color-accent:#e1a8f5;');
  });

  it.each(['', 'colours', '7a1fa2', 'ffffff-e1a8f5', '7a1fa2-000000', '7A1FA2-e1a8f5', '7a1fa2-e1a8f5}'])(
    'threat: an address with colours that no administrator saved: %s is not there',
    (name) => {
      expect(coloursOf(name)).toBeNull();
    },
  );
});

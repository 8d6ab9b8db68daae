import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const css = await readFile(new URL('../../../app/globals.css', import.meta.url), 'utf8');

function coloursIn(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const [lightBlock = '', darkBlock = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const light = coloursIn(lightBlock);
const dark = new Map([...light, ...coloursIn(darkBlock)]);

/** Relative luminance, 0 to 1 (WCAG 2.2, definitions). */
function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(theme: Map<string, string>, first: string, second: string): number {
  const [darker = 0, lighter = 0] = [first, second]
    .map((name) => luminance(theme.get(name) ?? ''))
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const MOSAIC = ['mosaic-blue', 'mosaic-orange', 'mosaic-green', 'mosaic-pink'];
const GROUNDS = ['page', 'surface'];
const TONES = ['info', 'success', 'warning', 'danger'];

/** Text on its ground: criterion 1.4.3, 4.5 to 1. */
const TEXT = [
  ...GROUNDS.flatMap((ground) => ['ink', 'ink-soft', 'accent', 'accent-hover', 'danger'].map((ink) => [ink, ground])),
  ...TONES.flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    [tone, 'surface'],
  ]),
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['black', 'white'],
];

/** Borders of controls, marks and the focus ring: criterion 1.4.11, 3 to 1. */
const SHAPES = [
  ...GROUNDS.flatMap((ground) => ['line-strong', 'accent', 'focus', 'tile'].map((shape) => [shape, ground])),
  ...TONES.map((tone) => ['focus', `${tone}-soft`]),
  ['accent', 'accent-soft'],
  ...MOSAIC.flatMap((hue) => [...GROUNDS, 'success-soft', 'white'].map((ground) => [hue, ground])),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_, theme) => {
  it.each(TEXT)('%s can be read on %s', (ink = '', ground = '') => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('%s can be seen on %s', (shape = '', ground = '') => {
    expect(contrast(theme, shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('every colour but plain black and white, and a picture’s that is compared on two screens, has a dark value', () => {
  const same = [...light.keys()].filter((name) => !coloursIn(darkBlock).has(name));
  expect(same).toEqual(['white', 'black', ...MOSAIC]);
});

const pixels = (pattern: RegExp) => [...css.matchAll(pattern)].map(([, rem]) => Number(rem) * 16);

it('type has six sizes, and two weights', () => {
  expect(pixels(/--text-\w+: ([\d.]+)rem;/g)).toEqual([13, 15, 17, 20, 28, 40]);
  expect([...css.matchAll(/--font-weight-\w+: (\d+);/g)].map(([, weight]) => Number(weight))).toEqual([400, 600]);
});

it('space within a fact, between facts, groups and parts is 4, 12, 32 and 64 px', () => {
  expect(pixels(/--spacing-\w+: ([\d.]+)rem;/g)).toEqual([4, 12, 32, 64]);
});

it('of a page’s twelve columns a form takes five, text seven and what stands beside it four', () => {
  const [form = 0, prose = 0, aside = 0, page = 0] = pixels(/--container-\w+: ([\d.]+)rem;/g);
  const gap = 24;
  const column = (page - 11 * gap) / 12;
  const wide = (columns: number) => Math.round(columns * column + (columns - 1) * gap);
  expect([page, form, prose, aside]).toEqual([1_120, wide(5), wide(7), wide(4)]);
});

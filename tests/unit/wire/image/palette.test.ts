import { describe, expect, test } from 'vitest';
import { BLACK, PALETTE, WHITE } from '@/lib/wire/image/colour/palette';
import {
  colourOf,
  contrast,
  luminance,
  READER_LIGHTNESS,
  smallestDistance,
  VIEWS,
  type Colour,
} from '../../../lab/measure-palette';
import { DARK_BOUNDS, darkHues, LIGHT_BOUNDS, lightHues } from '../../../lab/palette-bounds';

const unseen = (colour: Colour) => colour;

describe('the measure', () => {
  test.each([
    // Lightness alone, 0 to 1.
    ['black and white', '#000000', '#ffffff', 1],
    // Ottosson, A perceptual color space for image processing: (0.628, 0.225, 0.126) and (0.866, -0.234, 0.179).
    ['red and green', '#ff0000', '#00ff00', Math.hypot(0.628 - 0.866, 0.225 + 0.234, 0.126 - 0.179)],
  ])('the distance in OKLab is measured: %s', (_pair, left, right, distance) => {
    expect(smallestDistance([colourOf(left), colourOf(right)], unseen)).toBeCloseTo(distance, 2);
  });

  test('WCAG 2.2: black on white has a contrast of 21 to 1', () => {
    expect(contrast([colourOf('#000000')], [colourOf('#ffffff')])).toBeCloseTo(21, 6);
  });

  test.each([
    ['protanopia', '#b05d00', '#6b7000'],
    ['deuteranopia', '#b05d00', '#7d7000'],
    ['tritanopia', '#00a0c0', '#00a870'],
  ])('%s brings colours together that others tell apart', (name, left, right) => {
    const pair = [colourOf(left), colourOf(right)];
    const view = VIEWS.find((candidate) => candidate.name === name);
    expect(smallestDistance(pair, view?.see ?? unseen)).toBeLessThan(smallestDistance(pair, unseen) / 2);
  });
});

describe.each([
  ['dark', darkHues(), DARK_BOUNDS],
  ['light', lightHues(), LIGHT_BOUNDS],
] as const)('the four %s hues', (_shade, hues, bounds) => {
  test.each(VIEWS)('the hues are apart in every pair: $name', ({ see }) => {
    expect(smallestDistance(hues, see)).toBeGreaterThanOrEqual(bounds.distance);
  });

  test.each(READER_LIGHTNESS)('the hues are beyond the bound of lightness to $name', ({ of }) => {
    for (const hue of hues) {
      const beyond = bounds.shade === 'dark' ? bounds.lightness - of(hue) : of(hue) - bounds.lightness;
      expect(beyond).toBeGreaterThanOrEqual(0);
    }
  });

  test('the hues are beyond the bound of luminance', () => {
    for (const hue of hues) {
      const beyond = bounds.shade === 'dark' ? bounds.luminance - luminance(hue) : luminance(hue) - bounds.luminance;
      expect(beyond).toBeGreaterThanOrEqual(0);
    }
  });
});

test('dark and light hues have a contrast of 6 to 1', () => {
  expect(contrast(darkHues(), lightHues())).toBeGreaterThanOrEqual(6);
});

test('the patterns are pure black and white', () => {
  expect([PALETTE[WHITE], PALETTE[BLACK]]).toEqual(['#ffffff', '#000000']);
});

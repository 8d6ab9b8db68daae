/*
 * How far the hues of colour images lie apart, as painted and as tinted screens and people who see colours otherwise see
 * them. `--search` looks for better ones within the same bounds, which takes a minute or two.
 */
import { FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES, PALETTE } from '@/lib/imaging/palette';
import {
  colourOf,
  contrast,
  READER_LIGHTNESS,
  separation,
  smallestDistance,
  VIEWS,
  type Colour,
} from '../lab/measure-palette';
import { searchPalette } from '../lab/search-palette';
import { seededRandom } from '../lab/seeded-random';

/** Of relative luminance, so that dark and light have a contrast of 6 to 1; the rest leaves the hues room. */
const DARK_BOUNDS = { shade: 'dark', lightness: 0.26, luminance: 0.073, distance: 0.12 } as const;
const LIGHT_BOUNDS = { shade: 'light', lightness: 0.84, luminance: 0.69, distance: 0.065 } as const;

function hex(colour: Colour): string {
  return `#${colour
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function print(dark: Colour[], light: Colour[]): void {
  console.log(`dark  ${dark.map(hex).join(' ')}`);
  console.log(`light ${light.map(hex).join(' ')}\n`);
  console.log('smallest distance of two hues, OKLab   dark   light');
  for (const { name, see } of VIEWS) {
    const [left, right] = [smallestDistance(dark, see), smallestDistance(light, see)];
    console.log(`  ${name.padEnd(35)} ${left.toFixed(3)}   ${right.toFixed(3)}`);
  }
  const surely = [dark, light].map((colours) => separation(colours).toFixed(1));
  console.log(
    `  ${'to a camera, standard deviations'.padEnd(35)} ${surely.map((value) => value.padStart(5)).join('   ')}`,
  );
  console.log(`\ncontrast of dark and light, WCAG: ${contrast(dark, light).toFixed(1)} : 1`);
  console.log('lightness to readers, 0 to 1   darkest light   lightest dark');
  for (const { name, of } of READER_LIGHTNESS) {
    const [low, high] = [Math.min(...light.map(of)), Math.max(...dark.map(of))];
    console.log(`  ${name.padEnd(28)} ${low.toFixed(2).padStart(13)} ${high.toFixed(2).padStart(15)}`);
  }
}

const hues = (first: number): Colour[] => PALETTE.slice(first, first + HUES).map(colourOf);
if (process.argv.includes('--search')) {
  const random = seededRandom('palette');
  print(searchPalette(DARK_BOUNDS, random), searchPalette(LIGHT_BOUNDS, random));
} else {
  print(hues(FIRST_DARK_HUE), hues(FIRST_LIGHT_HUE));
}

/*
 * How far the hues of colour images lie apart, as painted and as tinted screens and people who see colours otherwise see
 * them. `--search` looks for better ones within the same bounds, which takes a minute or two.
 */
import { contrast, READER_LIGHTNESS, separation, smallestDistance, VIEWS, type Colour } from './measure-palette';
import { DARK_BOUNDS, darkHues, LIGHT_BOUNDS, lightHues } from './palette-bounds';
import { searchPalette } from './search-palette';
import { seededRandom } from './seeded-random';

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

if (process.argv.includes('--search')) {
  const random = seededRandom('palette');
  print(searchPalette(DARK_BOUNDS, random), searchPalette(LIGHT_BOUNDS, random));
} else {
  print(darkHues(), lightHues());
}

import { luminance, READER_LIGHTNESS, separation, smallestDistance, VIEWS, type Colour } from './measure-palette';
import type { PaletteBounds } from './palette-bounds';
import type { SeededRandom } from './seeded-random';

const COLOURS = 4;
const RUNS = 24;
const STEPS = 12_000;
/** Of the score, when some view has no distance at all. */
const PENALTY = 25;

/**
 * Looks for the four colours that a camera tells apart best and that keep to their bounds, by simulated annealing: ever
 * smaller changes, of which those for the worse are taken ever more seldom.
 */
export function searchPalette(bounds: PaletteBounds, random: SeededRandom): Colour[] {
  let best: { score: number; colours: Colour[] } = { score: -Infinity, colours: [] };
  for (let run = 0; run < RUNS; run++) {
    let colours = Array.from({ length: COLOURS }, () => drawColour(bounds, random));
    let score = scoreOf(colours, bounds);
    for (let step = 0; step < STEPS; step++) {
      const heat = 1 - step / STEPS;
      const at = Math.floor(random.between(0, COLOURS));
      const next = colours.with(at, moveColour(colours[at] ?? [0, 0, 0], 0.35 * heat + 0.004, random));
      if (!next.every((colour) => isWithin(colour, bounds))) continue;
      const nextScore = scoreOf(next, bounds);
      if (nextScore <= score && random.between(0, 1) >= Math.exp((nextScore - score) / (0.5 * heat + 1e-4))) continue;
      [colours, score] = [next, nextScore];
      if (score > best.score) best = { score, colours };
    }
  }
  return best.colours;
}

function scoreOf(colours: Colour[], bounds: PaletteBounds): number {
  const nearest = Math.min(...VIEWS.map(({ see }) => smallestDistance(colours, see)));
  return separation(colours) - PENALTY * Math.max(0, 1 - nearest / bounds.distance);
}

function drawColour(bounds: PaletteBounds, random: SeededRandom): Colour {
  for (;;) {
    const colour: Colour = [random.between(0, 1), random.between(0, 1), random.between(0, 1)];
    if (isWithin(colour, bounds)) return colour;
  }
}

/** In whole steps of 1/255. */
function moveColour(colour: Colour, most: number, random: SeededRandom): Colour {
  const moved = colour.map((value) => {
    const next = Math.min(Math.max(value + random.between(-most, most), 0), 1);
    return Math.round(next * 255) / 255;
  });
  return moved as unknown as Colour;
}

function isWithin(colour: Colour, bounds: PaletteBounds): boolean {
  const sign = bounds.shade === 'dark' ? 1 : -1;
  return (
    sign * (luminance(colour) - bounds.luminance) <= 0 &&
    READER_LIGHTNESS.every(({ of }) => sign * (of(colour) - bounds.lightness) <= 0)
  );
}

/** Numbers of one seed, always the same ones. */
export type SeededRandom = {
  /** From `least` to below `most`. */
  between: (least: number, most: number) => number;
  /** Standard normal distribution. */
  normal: () => number;
};

/** Mulberry32 by Tommy Ettinger, begun from the seed's hash (FNV-1a). Never for secrets. */
export function seededRandom(seed: string): SeededRandom {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least, most) => least + next() * (most - least),
    // Box and Muller's transform; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

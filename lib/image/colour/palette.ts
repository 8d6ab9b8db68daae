/*
 * The hues were found by search (`tests/bench/palette.ts`): far apart in OKLab as painted, on screens tinted for the
 * night, in pale pictures and to people who confuse red and green or blue and yellow; dark and light ones far apart to
 * every reader of black-and-white codes.
 */
const DARK_HUES = ['#0002ff', '#9b0a1a', '#5600b2', '#071f00'] as const;
const LIGHT_HUES = ['#beff9d', '#ffccd4', '#9eebff', '#ffff62'] as const;

/** The colours of images, by the number that stands for them in a `ColourMatrix`. */
export const PALETTE = ['#ffffff', '#000000', ...DARK_HUES, ...LIGHT_HUES] as const;

export const WHITE = 0;
export const BLACK = 1;
/** Number of the first of four hues that dark data modules have. */
export const FIRST_DARK_HUE = 2;
/** Number of the first of four hues that light data modules have. */
export const FIRST_LIGHT_HUE = 6;
/** Which hue a data module has says two bits. */
export const HUES = 4;

export type Rgb = readonly [red: number, green: number, blue: number];

/** @param colour `#rrggbb` @returns 0 to 255 each */
export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

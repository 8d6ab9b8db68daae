/*
 * Hues found by search (`tests/lab/palette.ts`): far apart in OKLab as painted, under night light, in pale pictures
 * and with red-green or blue-yellow colour blindness. Dark and light hues are far apart for every black-and-white
 * reader.
 */
const DARK_HUES = ['#0002ff', '#9b0a1a', '#5600b2', '#071f00'] as const;
const LIGHT_HUES = ['#beff9d', '#ffccd4', '#9eebff', '#ffff62'] as const;

/** The colours of images, in the order of a `ColourMatrix`'s values. */
export const PALETTE = ['#ffffff', '#000000', ...DARK_HUES, ...LIGHT_HUES] as const;

export const WHITE = 0;
export const BLACK = 1;
/** First of the four hues of dark data modules. */
export const FIRST_DARK_HUE = 2;
/** First of the four hues of light data modules. */
export const FIRST_LIGHT_HUE = 6;
/** A data module's hue carries two bits. */
export const HUES = 4;

export type Rgb = readonly [red: number, green: number, blue: number];

/** @param colour `#rrggbb` @returns 0 to 255 each */
export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

const DARK_HUES = ['#000000', '#0b1f8f', '#8a0f1a', '#0b5a2a'] as const;
const LIGHT_HUES = ['#ffffff', '#ffe98a', '#a8f0ff', '#ffc9ec'] as const;

/** The colours of images, by the number that stands for them in a `ColourMatrix`. */
export const PALETTE = ['#ffffff', '#000000', ...DARK_HUES, ...LIGHT_HUES] as const;

export const WHITE = 0;
export const BLACK = 1;
/** Number of the first of four hues of light and of dark data modules. */
export const FIRST_DARK_HUE = 2;
export const FIRST_LIGHT_HUE = 6;
/** Hues that a data module can have, which is what it says: two bits. */
export const HUES = 4;

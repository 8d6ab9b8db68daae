import { FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES, PALETTE } from '@/lib/wire/image/colour/palette';
import { colourOf, type Colour } from './measure-palette';

/** What four hues must keep to. */
export type PaletteBounds = {
  shade: 'dark' | 'light';
  /** To every reader, 0 to 1: the most of dark hues, the least of light ones. */
  lightness: number;
  /** Relative, of WCAG 2.2: the most of dark hues, the least of light ones. */
  luminance: number;
  /** Least distance of any two in OKLab, in every view. */
  distance: number;
};

/** Luminance so that dark and light have a contrast of 6 to 1; within that, as far apart as hues can be found. */
export const DARK_BOUNDS: PaletteBounds = { shade: 'dark', lightness: 0.26, luminance: 0.073, distance: 0.12 };
export const LIGHT_BOUNDS: PaletteBounds = { shade: 'light', lightness: 0.84, luminance: 0.69, distance: 0.065 };

export function darkHues(): Colour[] {
  return PALETTE.slice(FIRST_DARK_HUE, FIRST_DARK_HUE + HUES).map(colourOf);
}

export function lightHues(): Colour[] {
  return PALETTE.slice(FIRST_LIGHT_HUE, FIRST_LIGHT_HUE + HUES).map(colourOf);
}

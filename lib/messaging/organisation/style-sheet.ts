import { LOOK_PATH, type AccentColours } from '../../shared/organisation-look';
import { isReadable, paletteOf, parseColour, type Scheme } from './palette';

/** Address of the style sheet of two accents. */
export function styleSheetPath({ light, dark }: AccentColours): string {
  return `${LOOK_PATH}/${light.slice(1)}-${dark.slice(1)}/colours.css`;
}

/** The accents that such an address names. @returns null for what no administrator can have saved */
export function coloursOf(name: string): AccentColours | null {
  const [, first = '', second = ''] = /^([0-9a-f]{6})-([0-9a-f]{6})$/.exec(name) ?? [];
  const [light, dark] = [parseColour(`#${first}`), parseColour(`#${second}`)];
  return light !== null && dark !== null && isReadable('light', light) && isReadable('dark', dark)
    ? { light, dark }
    : null;
}

/** Takes the place of the accents of `app/globals.css`, whose layers give way to it. */
export function styleSheet({ light, dark }: AccentColours): string {
  return `:root{${properties('light', light)}}\n@media screen and (prefers-color-scheme: dark){:root{${properties('dark', dark)}}}\n`;
}

function properties(scheme: Scheme, colour: string): string {
  const { accent, hover, onAccent, soft } = paletteOf(scheme, colour);
  return `--color-accent:${accent};--color-accent-hover:${hover};--color-on-accent:${onAccent};--color-accent-soft:${soft}`;
}

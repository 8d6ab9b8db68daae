export type Rgb = readonly [red: number, green: number, blue: number];

/** @param colour `#rrggbb` @returns 0 to 255 each */
export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

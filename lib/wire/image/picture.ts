/** A camera's frame, four bytes a pixel: red, green, blue, alpha; row by row from the top left. */
export type Picture = { width: number; height: number; data: Uint8Array };

/** Luma (ITU-R BT.601), on the scale of the channels. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** What a camera saw, four bytes a pixel: red, green, blue, alpha; row by row from the top left. */
export type Picture = { width: number; height: number; data: Uint8Array };

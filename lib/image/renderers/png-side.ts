const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length 13 and the type: every PNG begins with this chunk (PNG specification, 5.6 and 11.2.1). */
const HEADER_CHUNK = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
/** The last chunk, which is always the same (11.2.5). */
const END_CHUNK = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** @returns the pixels along one side of a square PNG; null for anything else, and for one that was cut off */
export function pngSide(bytes: Uint8Array<ArrayBuffer>): number | null {
  const beginning = [...SIGNATURE, ...HEADER_CHUNK];
  const end = bytes.subarray(-END_CHUNK.length);
  const isWhole =
    bytes.length > 64 &&
    beginning.every((byte, index) => bytes[index] === byte) &&
    END_CHUNK.every((byte, index) => end[index] === byte);
  if (!isWhole) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(beginning.length), view.getUint32(beginning.length + 4)];
  return width === height ? width : null;
}

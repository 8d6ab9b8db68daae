/**
 * Says in a JPEG how its picture is to be turned: an APP1 segment right behind the start of the image (Exif 2.32 §4.5.4).
 * @param orientation 1 to 8
 */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const header = Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1');
  // One entry: Orientation, SHORT, one of it; no further directory.
  const directory = Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const tiff = Buffer.concat([header, directory]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tiff.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, tiff, jpeg.subarray(2)]);
}

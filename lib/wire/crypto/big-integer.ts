import { bytesFromHex, hexFromBytes, type Bytes } from '../../shared/bytes';

/** Reads unsigned big-endian bytes. */
export function bigIntegerFromBytes(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hexFromBytes(bytes)}`);
}

/**
 * Writes an unsigned number as exactly `length` big-endian bytes, with zeroes in front: PAD of RFC 5054 §2.1.
 * @throws RangeError when the number is negative or needs more bytes
 */
export function bytesFromBigInteger(value: bigint, length: number): Bytes {
  const hex = value.toString(16).padStart(length * 2, '0');
  if (value < 0n || hex.length > length * 2) throw new RangeError('the number does not fit');
  return bytesFromHex(hex);
}

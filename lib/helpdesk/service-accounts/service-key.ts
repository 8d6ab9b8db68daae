import { utf8 } from '../../shared/bytes';
import { crc32 } from '../../shared/crc32';
import { randomText, type Random } from '../../shared/random';

/** Names a key: 12 lower-case letters and digits. Not secret; the key contains it. */
export type ServiceKeyId = string & { readonly brand: 'ServiceKeyId' };

/**
 * `tes_<id>_<secret>`: an identifier of 62 bits, then 43 letters and digits of 256 random bits and 6 of a checksum. The
 * prefix lets scanners of source code find it; the checksum lets them, and this site, tell it from a typing error without
 * asking a database.
 */
export type ServiceKeyText = string & { readonly brand: 'ServiceKeyText' };

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const BASE_62 = `${DIGITS}${LOWER.toUpperCase()}${LOWER}`;
const CHECKSUM_LENGTH = 6;

const FORM = /^(tes_([0-9a-z]{12})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

export function generateServiceKey(random: Random): { id: ServiceKeyId; text: ServiceKeyText } {
  const id = randomText(random, DIGITS + LOWER, 12) as ServiceKeyId;
  const unchecked = `tes_${id}_${randomText(random, BASE_62, 43)}`;
  return { id, text: (unchecked + checksum(unchecked)) as ServiceKeyText };
}

/** @returns null if it is no key, or is mistyped */
export function parseServiceKey(presented: string): { id: ServiceKeyId; text: ServiceKeyText } | null {
  const [, unchecked = '', id = '', input] = FORM.exec(presented) ?? [];
  if (input === undefined || input !== checksum(unchecked)) return null;
  return { id: id as ServiceKeyId, text: presented as ServiceKeyText };
}

export function parseServiceKeyId(text: string): ServiceKeyId | null {
  return /^[0-9a-z]{12}$/.test(text) ? (text as ServiceKeyId) : null;
}

/** CRC-32 of the UTF-8 before it, in base 62, the most significant digit first. */
function checksum(unchecked: string): string {
  let rest = crc32(utf8(unchecked));
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    digits = (BASE_62[rest % BASE_62.length] ?? '') + digits;
    rest = Math.floor(rest / BASE_62.length);
  }
  return digits;
}

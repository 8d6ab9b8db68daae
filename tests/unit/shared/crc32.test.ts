import { expect, it } from 'vitest';
import { crc32 } from '@/lib/shared/crc32';
import { utf8 } from '@/lib/shared/bytes';

it('the CRC-32 has the check value of the CRC catalogue', () => {
  expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
});

it('the CRC-32 has the checksum that ends every PNG file', () => {
  expect(crc32(utf8('IEND'))).toBe(0xae426082);
});

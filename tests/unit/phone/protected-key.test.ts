import { expect, test } from 'vitest';
import { protectKey, unprotectKey } from '@/lib/phone/keys/protected-key';

const KEY = new Uint8Array(32).fill(3);

test('the PIN opens the key, for its own instance', async () => {
  const kept = await protectKey(KEY, '135790', 'VDS0000001-1');
  expect(kept.iterations).toBe(600_000);
  expect(await unprotectKey(kept, '135790', 'VDS0000001-1')).toEqual({ ok: true, value: KEY });
  expect(await unprotectKey(kept, '135791', 'VDS0000001-1')).toEqual({ ok: false, refusal: 'wrong-pin' });
  expect(await unprotectKey(kept, '135790', 'VDS0000001-2')).toEqual({ ok: false, refusal: 'wrong-pin' });
});

test('a damaged key is refused without a fault', async () => {
  const kept = await protectKey(KEY, '135790', 'x');
  expect((await unprotectKey({ ...kept, ciphertext: '!' }, '135790', 'x')).ok).toBe(false);
  expect((await unprotectKey({ ...kept, iterations: 0 }, '135790', 'x')).ok).toBe(false);
});

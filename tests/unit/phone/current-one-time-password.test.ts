import { expect, test } from 'vitest';
import { currentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import { protectKey } from '@/lib/phone/keys/protected-key';
import { computeOneTimePassword } from '@/lib/wire/crypto/one-time-password';

const KEY = new Uint8Array(32).fill(3);

test('the current password is shown with how long it stays valid', async () => {
  const instanceId = 'VDS0000001-1';
  const facts = { userId: 'jane', domain: '', description: '', activatedAt: '', notificationsEnabled: false };
  const instance = { instanceId, ...facts, protectedKey: await protectKey(KEY, '1357', instanceId) };
  const oneTimePassword = await computeOneTimePassword(KEY, 2);
  expect(await currentOneTimePassword(instance, '1357', new Date(60_000))).toEqual({
    ok: true,
    value: { oneTimePassword, secondsLeft: 30 },
  });
  expect(await currentOneTimePassword(instance, '1357', new Date(89_999))).toEqual({
    ok: true,
    value: { oneTimePassword, secondsLeft: 1 },
  });
  expect(await currentOneTimePassword(instance, '2468', new Date(60_000))).toEqual({ ok: false, refusal: 'wrong-pin' });
});

import { expect, it } from 'vitest';
import { proveCopy } from '@/lib/wire/crypto/copy-proof';
import { openCopyMessage, sealCopyMessage } from '@/lib/wire/crypto/messages/copy-message';
import { copyKeys, openCopy, sealCopy, type CopiedAccount } from '@/lib/phone/copies/copy-keys';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';

const INSTANCE = 'VDS1000042-1';
const secret = new Uint8Array(32).fill(1);
const account: CopiedAccount = {
  instanceKey: new Uint8Array(32).fill(7),
  userId: 'jane',
  domain: 'example.org',
  name: 'Jane’s phone',
  activatedAt: '2026-05-04T10:00:00.000Z',
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  offersNotifications: true,
};

it('a copy is opened by the passkey’s secret and the PIN, with all that an account needs', async () => {
  const keys = await copyKeys(secret, '739164');
  const sealed = await sealCopy(keys, INSTANCE, account);
  expect(await openCopy(await copyKeys(secret, '739164'), INSTANCE, sealed)).toEqual({ ok: true, value: account });
});

it('threat: a stolen copy is opened with the PIN alone, the secret alone, or in the name of another device', async () => {
  const keys = await copyKeys(secret, '739164');
  const sealed = await sealCopy(keys, INSTANCE, account);
  const no = { ok: false, refusal: 'not-opened' };
  expect(await openCopy(await copyKeys(secret, '739165'), INSTANCE, sealed)).toEqual(no);
  expect(await openCopy(await copyKeys(new Uint8Array(32).fill(2), '739164'), INSTANCE, sealed)).toEqual(no);
  expect(await openCopy(keys, 'VDS1000042-2', sealed)).toEqual(no);
  const altered = sealed.slice();
  altered.set([(altered.at(-1) ?? 0) ^ 1], altered.length - 1);
  expect(await openCopy(keys, INSTANCE, altered)).toEqual(no);
});

it('threat: what the gateway knows of the PIN opens the copy: its verifier is another key', async () => {
  const { encryption, verifier } = await copyKeys(secret, '739164');
  expect(hexFromBytes(verifier)).not.toBe(hexFromBytes(encryption));
  const sealed = await sealCopy({ encryption, verifier }, INSTANCE, account);
  expect(await openCopy({ encryption: verifier, verifier }, INSTANCE, sealed)).toMatchObject({ ok: false });
});

it('two copies of one key have nothing in common', async () => {
  const keys = await copyKeys(secret, '739164');
  const [one, other] = [await sealCopy(keys, INSTANCE, account), await sealCopy(keys, INSTANCE, account)];
  expect(hexFromBytes(one)).not.toBe(hexFromBytes(other));
});

it('a proof of the PIN holds for one answer of the passkey', async () => {
  const { verifier } = await copyKeys(secret, '739164');
  const proof = hexFromBytes(await proveCopy(verifier, 'one answer'));
  expect(proof).toHaveLength(64);
  expect(hexFromBytes(await proveCopy(verifier, 'another answer'))).not.toBe(proof);
  expect(hexFromBytes(await proveCopy((await copyKeys(secret, '000000')).verifier, 'one answer'))).not.toBe(proof);
});

it('the gateway opens a copy’s message with the device’s key, and refuses one of another shape', async () => {
  const key = account.instanceKey;
  const left = { answer: '{}', copy: 'ab'.repeat(60), verifier: 'cd'.repeat(32), eraseTokenHash: 'ef'.repeat(32) };
  const sealed = await sealCopyMessage(key, INSTANCE, left, systemRandom.bytes(12));
  expect(await openCopyMessage(key, INSTANCE, sealed)).toEqual({ ok: true, value: left });
  const refused = { ok: false, refusal: 'not-authentic' };
  expect(await openCopyMessage(key, 'VDS1000042-2', sealed)).toEqual(refused);
  expect(await openCopyMessage(new Uint8Array(32), INSTANCE, sealed)).toEqual(refused);
  const wrong = [
    { ...left, answer: 'x'.repeat(4_097) },
    { ...left, copy: '' },
    { ...left, copy: 'ab'.repeat(2_049) },
    { ...left, verifier: 'cd'.repeat(31) },
    { ...left, verifier: 'CD'.repeat(32) },
    { ...left, eraseTokenHash: 'no hex' },
  ];
  for (const one of wrong) {
    const message = await sealCopyMessage(key, INSTANCE, one, systemRandom.bytes(12));
    expect.soft(await openCopyMessage(key, INSTANCE, message), JSON.stringify(one).slice(0, 80)).toEqual(refused);
  }
});

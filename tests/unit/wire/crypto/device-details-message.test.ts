import { expect, test } from 'vitest';
import { hasUnseen } from '@/lib/shared/text/one-line';
import {
  openDeviceAnswer,
  openDeviceQuestion,
  openFreeze,
  QUESTION_BYTES,
  sealDeviceAnswer,
  sealDeviceQuestion,
  sealFreeze,
} from '@/lib/wire/crypto/messages/device-details-message';
import { sealForChannel } from '@/lib/wire/crypto/secure-channel';
import { utf8 } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';

const DEVICE = 'VDS1000042-1';
const key = systemRandom.bytes(32);
const question = systemRandom.bytes(QUESTION_BYTES);
const iv = () => systemRandom.bytes(12);
const names = { organisation: 'Example Bank', person: 'Jane Doe', device: 'My phone' };
const answer = { isFrozen: false, ...names, trustedFrom: 7, askedAt: 5 } as const;
const NOT_AUTHENTIC = { ok: false, refusal: 'not-authentic' };
const MALFORMED = { ok: false, refusal: 'malformed-answer' };

test('a question is opened by the gateway, and its answer by the device that asked', async () => {
  const sealed = await sealDeviceQuestion(key, DEVICE, question, iv());
  expect(await openDeviceQuestion(key, DEVICE, sealed)).toEqual({ ok: true, value: question });
  const answered = await sealDeviceAnswer(key, DEVICE, question, answer, iv());
  expect(await openDeviceAnswer(key, DEVICE, question, answered)).toEqual({ ok: true, value: answer });
});

test('a device of a frozen account is told of that alone, and an answer without a word of it is of another', async () => {
  const said = { ...names, trustedFrom: 7, isFrozen: true, askedAt: 5 } as const;
  const frozen = await sealDeviceAnswer(key, DEVICE, question, said, iv());
  expect(await openDeviceAnswer(key, DEVICE, question, frozen)).toEqual({
    ok: true,
    value: { isFrozen: true, askedAt: 5 },
  });
  const { isFrozen: _isFrozen, ...before } = answer;
  const raw = utf8(JSON.stringify({ question: Buffer.from(question).toString('hex'), ...before }));
  const old = await sealForChannel(key, 'device details', DEVICE, raw, iv());
  expect(await openDeviceAnswer(key, DEVICE, question, old)).toEqual({ ok: true, value: answer });
});

test('threat: a device name has control characters, turns the text around, or never ends', async () => {
  const hostile = {
    ...answer,
    organisation: 'Example\u202eknaB\u2066\u0000\nBank\u200b',
    person: '👩‍👩'.repeat(100),
    device: ' \u2028 ',
  };
  // As another gateway than ours might send it, and as ours does.
  const raw = utf8(JSON.stringify({ question: Buffer.from(question).toString('hex'), ...hostile }));
  for (const sealed of [
    await sealForChannel(key, 'device details', DEVICE, raw, iv()),
    await sealDeviceAnswer(key, DEVICE, question, hostile, iv()),
  ]) {
    const opened = await openDeviceAnswer(key, DEVICE, question, sealed);
    if (!opened.ok || opened.value.isFrozen) throw new Error('the device has no names');
    expect(opened.value).toMatchObject({ organisation: 'Example knaB Bank', device: '' });
    expect(Array.from(opened.value.person).length).toBeLessThanOrEqual(64);
    expect(hasUnseen(opened.value.person)).toBe(false);
  }
});

test('threat: an answer to another question, of another device, under another key or for another purpose', async () => {
  const sealed = await sealDeviceAnswer(key, DEVICE, question, answer, iv());
  expect(await openDeviceAnswer(key, DEVICE, systemRandom.bytes(QUESTION_BYTES), sealed)).toEqual(MALFORMED);
  expect(await openDeviceAnswer(key, 'VDS1000042-2', question, sealed)).toEqual(NOT_AUTHENTIC);
  expect(await openDeviceAnswer(systemRandom.bytes(32), DEVICE, question, sealed)).toEqual(NOT_AUTHENTIC);
  expect(await openDeviceQuestion(key, DEVICE, sealed)).toEqual(NOT_AUTHENTIC);
  expect(await openFreeze(key, DEVICE, await sealDeviceQuestion(key, DEVICE, question, iv()))).toEqual(NOT_AUTHENTIC);
});

test.each([
  '{}',
  '[]',
  'no JSON',
  JSON.stringify({ ...answer, question: '00' }),
  JSON.stringify({ ...answer, person: 7, question: Buffer.from(question).toString('hex') }),
  JSON.stringify({ isFrozen: true, askedAt: 'now', question: Buffer.from(question).toString('hex') }),
  JSON.stringify({ ...answer, trustedFrom: 'soon', question: Buffer.from(question).toString('hex') }),
])('threat: an answer that is %s', async (text) => {
  const sealed = await sealForChannel(key, 'device details', DEVICE, utf8(text), iv());
  expect(await openDeviceAnswer(key, DEVICE, question, sealed)).toEqual(MALFORMED);
});

test('a freeze repeats the time of an answer; a text that is no time is refused', async () => {
  expect(await openFreeze(key, DEVICE, await sealFreeze(key, DEVICE, 1_777_888, iv()))).toEqual({
    ok: true,
    value: 1_777_888,
  });
  for (const text of ['', 'soon', '-5', '1.5', '1e400', 'NaN'])
    expect(await openFreeze(key, DEVICE, await sealForChannel(key, 'freeze', DEVICE, utf8(text), iv()))).toEqual(
      NOT_AUTHENTIC,
    );
  const noText = new Uint8Array([0xff, 0xfe]);
  expect(await openFreeze(key, DEVICE, await sealForChannel(key, 'freeze', DEVICE, noText, iv()))).toEqual(
    NOT_AUTHENTIC,
  );
});

import { describe, expect, it, test } from 'vitest';
import { ZxcvbnPasswordEstimator } from '@/lib/server/composition/zxcvbn-password-estimator';

const WORDS = ['jane.doe', 'Jane Doe', 'j.doe@bank.example'];

describe('a password', () => {
  const estimator = new ZxcvbnPasswordEstimator(['tessera', 'example.org', 'id.bank.example']);

  it.each([
    'passwordpassword',
    '123456789012345',
    'qwertyuiopasdfgh',
    'Summer2026Summer2026',
    'iloveyouiloveyou',
    'drowssapdrowssap',
    'P@ssw0rdP@ssw0rd',
    'administrator123',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'thisisapassword',
    '2026-11-26-2026',
    'JaneDoe/JaneDoe1',
    'tesseratesseratessera',
    'BankExampleBank1',
  ])('a password that guessers try early is told: %s', async (password) => {
    expect(await estimator.isGuessable(password, WORDS)).toBe(true);
  });

  it.each(['battery staple horse', 'k3x9v-7qm2p-zr4tw-h8n6d', 'zwiebelkuchen am sonntag', 'пароль 🐎 ünïcode лес'])(
    'a password that guessers do not try early is left alone: %s',
    async (password) => {
      expect(await estimator.isGuessable(password, WORDS)).toBe(false);
    },
  );

  it('a password of one user’s words is guessable for that user only', async () => {
    expect(await estimator.isGuessable('MoritzMaxMoritz26', ['max.moritz'])).toBe(true);
    expect(await estimator.isGuessable('MoritzMaxMoritz26 teapot lantern', WORDS)).toBe(false);
  });
});

test('threat: a password that is long to estimate: what is looked at is bounded', async () => {
  const estimator = new ZxcvbnPasswordEstimator([]);
  await estimator.isGuessable('warms up the lists', []);
  const long = '8686080066682846826626202620082480040004648068204222280602168046'.repeat(2);
  const processorTime = async (password: string) => {
    const start = process.cpuUsage();
    await estimator.isGuessable(password, []);
    return process.cpuUsage(start).user;
  };
  const short = await processorTime(long.slice(0, 64));
  expect(await processorTime(long)).toBeLessThan(short * 2 + 50_000);
});

import { expect, test } from 'vitest';
import { DAY } from '@/lib/shared/time/duration';
import { KnownBrowsers } from '@/lib/server/web/sessions/known-browsers';
import { FakeClock } from '../../../support/doubles/fake-clock';

const browsers = new KnownBrowsers('s'.repeat(32));
const clock = new FakeClock();
const NOW = clock.now();

const account = (userId: string) => ({ userId, domain: 'example.org' });
const JANE = account('jane.doe');

test('a browser that an account was signed in with is known for that account, for a year', () => {
  const cookie = browsers.add(undefined, JANE, NOW);
  expect(browsers.find(cookie, JANE, NOW)).toMatch(/^[\w-]{22}$/);
  expect(browsers.find(cookie, JANE, clock.in(365 * DAY - 1_000))).not.toBeNull();
  expect(browsers.find(cookie, JANE, clock.in(365 * DAY))).toBeNull();
});

test('threat: one account cannot be used to be known for another', () => {
  const cookie = browsers.add(undefined, account('attacker'), NOW);
  expect(browsers.find(cookie, JANE, NOW)).toBeNull();
  expect(browsers.find(cookie, { userId: 'attacker', domain: 'elsewhere.org' }, NOW)).toBeNull();
  // What is joined is told apart: no two accounts have one name.
  expect(
    browsers.find(
      browsers.add(undefined, { userId: 'a","b', domain: 'c' }, NOW),
      { userId: 'a', domain: 'b","c' },
      NOW,
    ),
  ).toBeNull();
});

test('threat: a cookie that is forged or tampered with is worth nothing', () => {
  const cookie = browsers.add(undefined, JANE, NOW);
  const elsewhere = new KnownBrowsers('x'.repeat(32)).add(undefined, JANE, NOW);
  for (const forged of [
    elsewhere,
    cookie.slice(1),
    `${cookie}x`,
    '',
    '~',
    '....',
    'x'.repeat(100_000),
    '~'.repeat(9_999),
  ])
    expect(browsers.find(forged, JANE, NOW)).toBeNull();
  for (let at = 0; at < cookie.length; at++) {
    const changed = `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`;
    expect(browsers.find(changed, JANE, NOW), `character ${at}`).toBeNull();
  }
});

test('the browser’s cookie is renewed at each sign-in, and does not reveal its accounts', () => {
  const [one, two] = [browsers.add(undefined, JANE, NOW), browsers.add(undefined, JANE, NOW)];
  expect(browsers.find(one, JANE, NOW)).not.toBe(browsers.find(two, JANE, NOW));
  expect(Buffer.from(one, 'base64url').toString('latin1') + one).not.toMatch(/jane/);
});

test('the browser’s cookie holds the five newest accounts, each once', () => {
  let cookie: string | undefined;
  for (const userId of ['one', 'two', 'three', 'four', 'five', 'six', 'six'])
    cookie = browsers.add(cookie, account(userId), NOW);
  const known = ['one', 'two', 'three', 'four', 'five', 'six'].filter((userId) =>
    browsers.find(cookie, account(userId), NOW),
  );
  expect(known).toEqual(['two', 'three', 'four', 'five', 'six']);
  expect(cookie?.length).toBeLessThan(600);
  expect(browsers.find(cookie, null, NOW)).not.toBeNull();
  expect(browsers.find('garbage', null, NOW)).toBeNull();
});

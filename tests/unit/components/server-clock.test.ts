import { expect, it } from 'vitest';
import { createServerClock } from '@/components/site/following/server-clock';

it('the server clock counts on from the last answer', () => {
  let now = 5_000;
  const clock = createServerClock(() => now);
  clock.learn('2026-11-24T23:21:00.000Z');
  now += 1_500;
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-24T23:21:01.500Z');
});

it('a slow answer does not set the server clock back', () => {
  let now = 0;
  const clock = createServerClock(() => now);
  clock.learn('2026-11-24T23:21:00.000Z');
  now = 9_000;
  clock.learn('2026-11-24T23:21:02.000Z');
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-24T23:21:09.000Z');
});

it('the first answer after a sleep sets the server clock right', () => {
  const clock = createServerClock(() => 1_000);
  clock.learn('2026-11-24T23:21:00.000Z');
  clock.learn('2026-11-24T23:51:00.000Z');
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-24T23:51:00.000Z');
});

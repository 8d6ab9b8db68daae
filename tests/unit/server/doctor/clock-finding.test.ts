import { expect, it } from 'vitest';
import { clockFinding } from '@/lib/server/doctor/reach-checks';

const receivedAt = new Date('2030-01-01T12:00:00.400Z');

const find = (date: string | null) =>
  clockFinding({
    certificate: null,
    reply: { status: 200, type: 'text/xml', date, receivedAt },
    error: null,
    isLate: false,
  });

it.each([
  ['Tue, 01 Jan 2030 11:59:59 GMT', 'ok', 'the server is 1 s behind this machine'],
  ['Tue, 01 Jan 2030 11:59:30 GMT', 'warning', 'the server is 30 s behind this machine'],
  ['Tue, 01 Jan 2030 12:00:45 GMT', 'warning', 'the server is 45 s ahead of this machine'],
  ['Tue, 01 Jan 2030 12:03:00 GMT', 'failed', 'the server is 180 s ahead of this machine'],
])('an answer of %s is %s', (date, verdict, words) => {
  expect(find(date)).toMatchObject({ verdict, words });
});

it.each([null, 'yesterday'])('an answer with %s as date gives no finding about the clock', (date) => {
  expect(find(date).verdict).toBe('skipped');
});

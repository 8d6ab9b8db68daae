import { beforeAll, describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '@/lib/server/api/cursor';
import { problemsInUse } from '@/lib/server/api/openapi/document';
import { type ProblemCode, problemStatus } from '@/lib/server/api/problem';
import { ROUTES } from '@/lib/server/api/route-table';
import { z } from 'zod';
import { seededRandom } from '../../../lab/seeded-random';
import { openCopiedDatabase } from '../../../support/databases/open-copied-database';
import { rounds } from '../../../support/rounds';
import { apiFixture, SCOPES } from '../../../support/servers/api-fixture';

const { current, keyWith, ask } = apiFixture(openCopiedDatabase);

let key: string;
let userId: string;

beforeAll(async () => {
  key = keyWith(SCOPES);
  for (let count = 0; count < 3; count++) {
    const user = await current.administration.add();
    await current.world.activate(user);
    userId = user.userId;
  }
});

describe('a body', () => {
  const twice = '{"userId":"a.b","displayName":"A","mailAddresses":["a@example.org"],"displayName":"B"}';

  it('threat: a name twice, of which a filter in front reads the first — is refused and changes nothing', async () => {
    const { status, body } = await ask('/people', { method: 'POST', key, body: twice });
    expect([status, body['code'], body['errors']]).toEqual([
      400,
      'malformed-request',
      [{ where: 'body', name: '', detail: 'A name is there twice in one object.' }],
    ]);
    expect((await ask('/people/a.b', { key })).status).toBe(404);
  });

  it('a body with a byte order mark is refused (RFC 8259 §8.1)', async () => {
    const { status, body } = await ask('/people', { method: 'POST', key, body: `\ufeff${twice}` });
    expect([status, body['errors']]).toEqual([
      400,
      [{ where: 'body', name: '', detail: 'It begins with a byte order mark.' }],
    ]);
  });
});

describe('a problem', () => {
  it('a problem has an absolute and documented type, whatever refuses (RFC 9457 §3.1.1)', async () => {
    const documented = new Set(problemsInUse());
    const met = [
      await ask(`/people/${'a'.repeat(4_100)}`, { key }),
      await ask('//people', { key }),
      await ask('/people', { key, method: 'POST', body: {}, headers: { origin: 'https://evil.example' } }),
      await ask('/people', { key, method: 'POST', body: 'x'.repeat(20_000) }),
      await ask('/people', { key, method: 'PUT' }),
      await ask('/people/nobody', { key }),
      await ask('/people'),
    ];
    expect(met.map(({ status }) => status)).toEqual([414, 404, 403, 413, 405, 404, 401]);
    for (const { status, body } of met) {
      const code = body['code'] as ProblemCode;
      expect(documented).toContain(code);
      expect(problemStatus(code)).toBe(status);
      expect(body['type']).toBe(`https://id.example.org/api/docs#problem-${code}`);
    }
  });
});

describe('a day', () => {
  it.each([
    ['0000-01-01', '0000-01-02'],
    ['1969-12-30', '1970-01-02'],
    ['9999-12-30', '9999-12-31'],
  ])('a day from %s to %s is outside of what a database can compare, and is refused', async (from, to) => {
    for (const path of ['/activations', '/statistics/activations']) {
      const { status, body } = await ask(`${path}?from=${from}&to=${to}`, { key });
      expect([status, body['code']]).toEqual([422, 'period-not-allowed']);
    }
  });
});

/** Every list that takes a cursor, with what else it needs. */
const LISTS = ROUTES.filter(({ query }) => 'cursor' in query.shape).map(
  ({ path, example }) => [path, example.query ?? ''] as const,
);

describe('a cursor', () => {
  it('every list accepts a cursor', () => {
    expect(LISTS.length).toBeGreaterThanOrEqual(2);
  });

  it.each(['0000-01-01T00:00:00Z', '0000-12-31T23:59:59.999Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59.999Z'])(
    'a cursor of %s is refused where it is no time of this site',
    async (at) => {
      const days = 'from=2026-11-01&to=2026-11-30';
      const cursor = writeCursor({ id: `act-${'0'.repeat(32)}`, at });
      const { status, body } = await ask(`/activations?${days}&cursor=${cursor}`, { key });
      expect([status, body['code']]).toEqual([400, 'malformed-request']);
    },
  );

  it.each(LISTS)('threat: a tampered cursor of %s — is read or refused, and never a fault', async (path, query) => {
    const seed = String(Date.now());
    const { between } = seededRandom(seed);
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(between(0, values.length))] as Value;
    const statuses = new Map<number, number>();
    const faults: string[] = [];
    for (let round = 0; round < rounds(150, 1_500); round++) {
      const cursor = pick([
        () => writeCursor(Object.fromEntries(NAMES.map((name) => [name, pick(VALUES)]))),
        () => writeCursor({ [pick(NAMES)]: pick(VALUES) }),
        () => writeCursor({ id: `act-${'0'.repeat(32)}`, at: pick(TIMES) }),
        () => writeCursor({ person: pick(VALUES) }),
        () => writeCursor(pick(VALUES)),
        () => Array.from({ length: Math.floor(between(0, 60)) }, () => pick(BASE64)).join(''),
      ])();
      const { status, text } = await ask(
        `${path.replace('{userId}', userId)}?${query}&cursor=${encodeURIComponent(cursor)}`,
        { key },
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) faults.push(`${status} ${cursor} ${text}`);
    }
    expect(faults, `seed ${seed}`).toEqual([]);
    expect(statuses.get(400)).toBeGreaterThan(0);
    expect(current.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('a cursor is parsed as it was written', () => {
    const place = { id: 'äß🙂', at: '2026-11-29T10:00:00.000Z' };
    expect(readCursor(z.strictObject({ id: z.string(), at: z.string() }), writeCursor(place))).toEqual(place);
  });
});

const NAMES = ['id', 'at', 'person', 'userId', 'after', '__proto__'];
const TIMES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  '2026-11-29T24:00:00Z',
  '2026-11-29T10:00:00.000Z',
  '2026-11-29T10:00:00.123456789Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-29T10:00:00+23:59',
];
const VALUES = [
  ...TIMES,
  '',
  'jane.doe',
  '\u0000',
  '\ud800',
  '%',
  "' OR 1=1; --",
  'x'.repeat(300),
  `act-${'f'.repeat(32)}`,
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
];
const BASE64 = Array.from('ABCDEFabcdef0123456789-_=+/%');

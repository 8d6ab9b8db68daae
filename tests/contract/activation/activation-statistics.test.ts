import { describe, beforeAll, beforeEach, expect, it } from 'vitest';
import { PrismaActivationStatistics } from '@/lib/database/tables/statistics/prisma-activation-statistics';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { systemClock } from '@/lib/shared/time/clock';
import {
  activate,
  cancel,
  expire,
  fail,
  issue,
  link,
  scan,
  show,
  verify,
  type Activation,
  type Requested,
  type Ciphertext,
} from '@/lib/activation/activation';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { activationFacts, type ActivationFacts } from '@/lib/activation/statistics/activation-facts';
import type { ActivationStatistics } from '@/lib/activation/statistics/activation-statistics';
import { DAY, HOUR, SECOND } from '@/lib/shared/time/duration';
import type { Period } from '@/lib/shared/time/period';
import { systemRandom } from '@/lib/shared/random';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryActivationStatistics } from '../../support/doubles/stores/memory-activation-statistics';
import { MemoryActivationStore } from '../../support/doubles/stores/memory-activation-store';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { MemoryChangeFeed } from '../../support/doubles/stores/memory-change-feed';
import { testAppender, testPersister } from '../../support/test-chain';

const INSTANCE = 'VDS1000042-1';
const NOON = new Date('2026-05-04T12:00:00Z');
const PERIOD: Period = { from: NOON, to: new Date(NOON.getTime() + HOUR) };

type Story = (requested: Requested, at: (seconds: number) => Date) => Activation[];

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * SECOND);

function issued(requested: Requested, at: Date) {
  const { userId, domain } = requested;
  const atGateway = {
    registrationIdentifier: requested.id.slice(-8),
    gatewayUser: { userId, domain },
    gatewayBaseline: null,
  };
  const registration = { ...atGateway, encryptedPayload: 'sealed' as Ciphertext };
  return issue(requested, { ...registration, expiresAt: requested.expiresAt }, at);
}

/** One story a person; each gives the moves after the request. */
const STORIES: Record<string, Story> = {
  waiting: () => [],
  'without a licence': (requested, at) => [fail(requested, 'no-licence', at(1))],
  unseen: (requested, at) => {
    const first = issued(requested, at(1));
    const ended = expire(first, first.expiresAt);
    return ended.ok ? [first, ended.value] : [];
  },
  unscanned: (requested, at) => {
    const first = issued(requested, at(1));
    const second = show(first, at(10));
    return [first, second, cancel(second, at(40))];
  },
  'at the PIN': (requested, at) => {
    const first = issued(requested, at(1));
    const second = show(first, at(2));
    const third = scan(second, second.expiresAt, at(22));
    const fourth = verify(third, third.expiresAt, at(23));
    return [
      first,
      second,
      third,
      fourth,
      link(fourth, { instanceId: INSTANCE, mosaic: null }, fourth.expiresAt, at(26)),
    ];
  },
  quick: (requested, at) => {
    const first = issued(requested, at(1));
    const second = show(first, at(3));
    const third = scan(second, second.expiresAt, at(13));
    const fourth = verify(third, third.expiresAt, at(14));
    const fifth = link(fourth, { instanceId: INSTANCE, mosaic: null }, fourth.expiresAt, at(15));
    return [first, second, third, fourth, fifth, activate(fifth, { instanceId: INSTANCE, mosaic: null }, at(25))];
  },
  // A gateway that tells the end alone, by a clock that is behind.
  unobserved: (requested, at) => {
    const first = issued(requested, at(1));
    return [first, activate(first, { instanceId: INSTANCE, mosaic: null }, at(-5))];
  },
};

/** What every adapter of the port `ActivationStatistics` does. @param open gives a store, and its figures */
function activationNumbersContract(
  open: () => Promise<{ store: ActivationStore; numbers: ActivationStatistics }>,
): void {
  let numbers: ActivationStatistics;
  let all: ActivationFacts[];

  beforeAll(async () => {
    const opened = await open();
    ({ numbers } = opened);
    all = await tellStories(opened.store);
  });

  describe('outcomes', () => {
    it('outcomes are counted by state, reason and the last step seen', async () => {
      const counted = await numbers.outcomes({ period: PERIOD, domain: EVERY_DOMAIN });
      expect(
        counted.toSorted((left, right) => (left.state + left.furthest < right.state + right.furthest ? -1 : 1)),
      ).toEqual([
        { state: 'active', reason: null, furthest: 'active', count: 2 },
        { state: 'cancelled', reason: null, furthest: 'shown', count: 1 },
        { state: 'expired', reason: null, furthest: 'started', count: 1 },
        { state: 'failed', reason: 'no-licence', furthest: 'started', count: 1 },
        { state: 'linked', reason: null, furthest: 'linked', count: 1 },
        { state: 'requested', reason: null, furthest: 'started', count: 1 },
      ]);
    });

    it('threat: staff of another domain count what happens in this one — they count their own alone', async () => {
      expect(await numbers.outcomes({ period: PERIOD, domain: 'other.example' })).toEqual([]);
      const { whole } = await numbers.durations({ period: PERIOD, domain: 'other.example' });
      expect(whole).toBeNull();
    });

    it('outcomes cover activations started in the period, its end excluded', async () => {
      expect(await startedIn(numbers, PERIOD)).toBe(7);
      expect(await startedIn(numbers, { from: later(NOON, -1), to: NOON })).toBe(0);
      expect(await startedIn(numbers, { from: NOON, to: later(NOON, 1) })).toBe(1);
      expect(await startedIn(numbers, { from: later(NOON, -DAY / SECOND), to: later(NOON, DAY / SECOND) })).toBe(8);
    });
  });

  describe('durations', () => {
    it('durations are the median and the interpolated 95th percentile of each step', async () => {
      const { toStep, whole } = await numbers.durations({ period: PERIOD, domain: EVERY_DOMAIN });
      expect(toStep.shown?.median).toBeCloseTo(3); // Of 2, 3 and 10 seconds.
      expect(toStep.shown?.p95).toBeCloseTo(9.3);
      expect(toStep.scanned?.median).toBeCloseTo(15); // Of 10 and 20.
      expect(toStep.scanned?.p95).toBeCloseTo(19.5);
      expect(toStep.verified?.median).toBeCloseTo(1);
      expect(toStep.linked?.median).toBeCloseTo(2);
      expect(toStep.active).toEqual({ median: 10, p95: 10 });
      // Of 25, and of a clock that is behind, which counts as 0.
      expect(whole?.median).toBeCloseTo(12.5);
      expect(whole?.p95).toBeCloseTo(23.75);
    });

    it('durations are null where nothing was started', async () => {
      const nothing = { from: later(NOON, -2), to: later(NOON, -1) };
      const toStep = { shown: null, scanned: null, verified: null, linked: null, active: null };
      expect(await numbers.durations({ period: nothing, domain: EVERY_DOMAIN })).toEqual({ toStep, whole: null });
      expect(await numbers.outcomes({ period: nothing, domain: EVERY_DOMAIN })).toEqual([]);
    });
  });

  describe('the list', () => {
    let within: ActivationFacts[];

    beforeEach(() => {
      within = all.filter(({ requestedAt }) => requestedAt >= PERIOD.from && requestedAt < PERIOD.to);
    });

    it('the list has each activation’s outcome, and neither credentials nor device names', async () => {
      const listed = await numbers.list(
        { domain: EVERY_DOMAIN, period: PERIOD, states: null },
        { order: 'oldest-first', after: null, limit: 100 },
      );
      expect(listed).toEqual(within);
      expect(JSON.stringify(listed)).not.toMatch(/sealed|My phone/);
    });

    it('the list is filtered by the chosen states', async () => {
      const states = ['failed', 'linked', 'verified'] as const;
      const listed = await numbers.list(
        { domain: EVERY_DOMAIN, period: PERIOD, states },
        { order: 'newest-first', after: null, limit: 100 },
      );
      expect(listed.map(({ userId }) => userId)).toEqual(['at the PIN', 'without a licence']);
    });

    it.each(['oldest-first', 'newest-first'] as const)(
      'the list is paged %s, without gap or repetition',
      async (order) => {
        const read = (after: ActivationFacts | null) =>
          numbers.list({ domain: EVERY_DOMAIN, period: PERIOD, states: null }, { order, after, limit: 3 });
        const pages = [await read(null)];
        for (let last = pages[0]?.at(-1); last; last = pages.at(-1)?.at(-1)) pages.push(await read(last));
        expect(pages.map(({ length }) => length)).toEqual([3, 3, 1, 0]);
        expect(pages.flat()).toEqual(order === 'oldest-first' ? within : within.toReversed());
      },
    );
  });
}

/** A second apart, but for the last two, which begin at the same moment; and one from the day before. @returns oldest first */
async function tellStories(store: ActivationStore): Promise<ActivationFacts[]> {
  const told: ActivationFacts[] = [];
  for (const [index, [name, story]] of Object.entries(STORIES).entries()) {
    told.push(await tell(store, name, later(NOON, Math.min(index, 5)), story));
  }
  told.push(await tell(store, 'long ago', later(NOON, -HOUR / SECOND), () => []));
  return told.toSorted(
    (left, right) => left.requestedAt.getTime() - right.requestedAt.getTime() || (left.id < right.id ? -1 : 1),
  );
}

async function tell(store: ActivationStore, userId: string, requestedAt: Date, story: Story): Promise<ActivationFacts> {
  const requested: Requested = {
    state: 'requested',
    id: generateActivationId(systemRandom),
    userId,
    domain: 'example.org',
    deviceName: 'My phone',
    activationType: 'online',
    version: 1,
    requestedAt,
    requestedFrom: null,
    invitationId: null,
    isRecovery: false,
    tries: 1,
    isSent: false,
    encryptedCredential: null,
    expiresAt: later(requestedAt, 300),
  };
  await store.create(requested, null, requestedAt, []);
  const moves = story(requested, (seconds) => later(requestedAt, seconds));
  for (const move of moves) expect(await store.save(move, [])).toMatchObject({ ok: true });
  return activationFacts(moves.at(-1) ?? requested);
}

async function startedIn(numbers: ActivationStatistics, period: Period): Promise<number> {
  return (await numbers.outcomes({ period, domain: EVERY_DOMAIN })).reduce((sum, { count }) => sum + count, 0);
}

describe('in memory', () => {
  activationNumbersContract(async () => {
    const store = new MemoryActivationStore(new MemoryAuditLog(systemClock), new MemoryChangeFeed());
    return { store, numbers: new MemoryActivationStatistics(store) };
  });
});

forEachDatabase((_name, open) => {
  activationNumbersContract(async () => {
    const database = await open();
    return {
      store: new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock)),
      numbers: new PrismaActivationStatistics(database.client),
    };
  });
});

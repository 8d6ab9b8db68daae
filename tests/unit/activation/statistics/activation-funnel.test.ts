import { describe, expect, it } from 'vitest';
import { mergeOutcomes } from '@/components/staff/statistics/stayed-list';
import { secondsWords } from '@/components/staff/statistics/funnel-table';
import { shareWords } from '@/components/staff/statistics/statistics-words';
import { activationFunnel } from '@/lib/activation/statistics/activation-funnel';
import type { Outcome, StepDurations } from '@/lib/activation/statistics/activation-statistics';
import { countOutcomes } from '@/lib/activation/statistics/count-outcomes';

const OUTCOMES: Outcome[] = [
  { state: 'failed', reason: 'no-licence', furthest: 'started', count: 1 },
  { state: 'issued', reason: null, furthest: 'shown', count: 2 },
  { state: 'expired', reason: null, furthest: 'shown', count: 4 },
  { state: 'linked', reason: null, furthest: 'linked', count: 8 },
  { state: 'superseded', reason: null, furthest: 'scanned', count: 16 },
  // Of a gateway that tells nothing but the end.
  { state: 'active', reason: null, furthest: 'active', count: 32 },
];

const SECOND = { median: 1, p95: 2 };
const DURATIONS: StepDurations = {
  toStep: { shown: SECOND, scanned: null, verified: null, linked: null, active: null },
  whole: SECOND,
};

describe('the funnel', () => {
  const { stages, whole } = activationFunnel(OUTCOMES, DURATIONS);

  it('each step of the funnel counts those that came as far, whether or not the step was seen', () => {
    expect(stages.map(({ step, count }) => [step, count])).toEqual([
      ['started', 63],
      ['shown', 62],
      ['scanned', 56],
      ['verified', 40],
      ['linked', 40],
      ['active', 32],
    ]);
  });

  it('each step of the funnel has those that stayed there, the most frequent first, and the last has none', () => {
    expect(stages.map(({ stayed }) => stayed.map(({ count }) => count))).toEqual([[1], [4, 2], [16], [], [8], []]);
  });

  it('the funnel loses no activation between two steps', () => {
    const gone = stages.map(({ count }, index) => count - (stages[index + 1]?.count ?? count));
    expect(gone).toEqual(stages.map(({ stayed }) => stayed.reduce((sum, { count }) => sum + count, 0)));
  });

  it('each step of the funnel has its duration from the one before, where known', () => {
    expect(stages.map(({ duration }) => duration)).toEqual([null, SECOND, null, null, null, null]);
    expect(whole).toBe(SECOND);
  });

  it('the funnel is empty and complete when nothing was started', () => {
    const nothing = activationFunnel([], DURATIONS).stages;
    expect(nothing.map(({ count, stayed }) => [count, stayed])).toEqual(Array.from({ length: 6 }, () => [0, []]));
  });
});

describe('outcomes', () => {
  it('every activation is counted under exactly one outcome', () => {
    const { started, ...others } = countOutcomes(OUTCOMES);
    expect(others).toEqual({ active: 32, pending: 10, expired: 4, cancelled: 16, failed: 1 });
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(started);
  });

  it('outcomes of the same name are added up, the most frequent first', () => {
    const underWay = (['issued', 'scanned'] as const).map(
      (state) => ({ state, reason: null, furthest: 'shown', count: 3 }) as const,
    );
    const failed = { state: 'failed', reason: 'no-licence', furthest: 'shown', count: 5 } as const;
    expect(mergeOutcomes([failed, ...underWay])).toEqual([
      { words: 'In progress', count: 6 },
      { words: 'Failed: no licence', count: 5 },
    ]);
  });
});

describe('figures in words', () => {
  it.each([
    [0, '0.0 s'],
    [1.44, '1.4 s'],
    [9.94, '9.9 s'],
    [9.96, '10 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [125, '2 min 5 s'],
    [3_599.7, '1 h 0 min'],
    [7_810, '2 h 10 min'],
  ])('%d seconds are "%s"', (seconds, words) => {
    expect(secondsWords(seconds)).toBe(words);
  });

  it.each([
    [0, 0, '–'],
    [0, 10, '0 %'],
    [1, 1_000, '<1 %'],
    [2, 3, '67 %'],
    [999, 1_000, '>99 %'],
    [3, 3, '100 %'],
  ])('%i of %i are "%s"', (part, whole, words) => {
    expect(shareWords(part, whole)).toBe(words);
  });
});

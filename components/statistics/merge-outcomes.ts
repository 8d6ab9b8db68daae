import type { Outcome } from '@/lib/statistics/activation-statistics';
import { outcomeWords } from './outcome-words';

/** Outcomes that are called the same become one. The most frequent first. */
export function mergeOutcomes(outcomes: readonly Outcome[]): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const words = outcomeWords(outcome);
    counts.set(words, (counts.get(words) ?? 0) + outcome.count);
  }
  const merged = [...counts].map(([words, count]) => ({ words, count }));
  return merged.toSorted((left, right) => right.count - left.count);
}

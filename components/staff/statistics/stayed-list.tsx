import type { FunnelStage } from '@/lib/activation/statistics/activation-funnel';
import type { Outcome } from '@/lib/activation/statistics/activation-statistics';
import { outcomeWords, STEP_WORDS } from './statistics-words';
import { formatCount, t } from '@/lib/shared/language/t';

/** For each step, the outcomes of the activations that got no further. */
export function StayedList({ stages }: { stages: readonly FunnelStage[] }) {
  const funnelStages = stages.filter(({ stayed }) => stayed.length > 0);
  if (funnelStages.length === 0)
    return <p className="text-ink-soft">{t('Every activation ended with a working device.')}</p>;
  return (
    <dl className="grid gap-5">
      {funnelStages.map(({ step, stayed }) => (
        <div key={step}>
          <dt className="font-semibold">{t('After “{step}”', { step: t(STEP_WORDS[step]) })}</dt>
          {mergeOutcomes(stayed).map(({ words, count }) => (
            <dd
              key={words}
              className="mt-1 flex justify-between gap-4 border-b border-line py-1.5 text-sm last:border-0"
            >
              {words}
              <span className="tabular-nums">{formatCount(count)}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Merges outcomes with the same name; the most frequent comes first. */
export function mergeOutcomes(outcomes: readonly Outcome[]): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const words = outcomeWords(outcome);
    counts.set(words, (counts.get(words) ?? 0) + outcome.count);
  }
  const merged = [...counts].map(([words, count]) => ({ words, count }));
  return merged.toSorted((left, right) => right.count - left.count);
}

import { Time } from '@/components/ui/time';
import type { ActivationFacts } from '@/lib/statistics/activation-facts';
import { outcomeWords } from './statistics-words';

const TONES: Partial<Record<ActivationFacts['state'], string>> = { failed: 'text-danger', expired: 'text-warning' };

/** Activations as a list: user, start and outcome. */
export function ActivationQueue({ activations }: { activations: readonly ActivationFacts[] }) {
  if (activations.length === 0) return <p className="text-ink-soft">Nobody is waiting, and nothing has failed.</p>;
  return (
    <ul className="divide-y divide-line">
      {activations.map(({ id, userId, requestedAt, state, reason }) => (
        <li key={id} className="grid grid-cols-1 gap-x-6 py-2.5 sm:grid-cols-[1fr_1fr_auto] sm:items-baseline">
          <span className="font-semibold wrap-anywhere">{userId}</span>
          <span className={TONES[state]}>{outcomeWords({ state, reason })}</span>
          <span className="text-sm text-ink-soft">
            <Time at={requestedAt.toISOString()} />
          </span>
        </li>
      ))}
    </ul>
  );
}

import { formatCount } from '@/lib/shared/language/t';

const TONES = { plain: 'text-ink', success: 'text-success', danger: 'text-danger' };

export type Figure = { name: string; value: number; tone?: keyof typeof TONES };

/** Named figures, side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(({ name, value, tone = 'plain' }) => (
        <div key={name} className="flex flex-col-reverse gap-1 rounded-card border border-line bg-surface px-4 py-3">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className={`text-2xl font-semibold tabular-nums ${value === 0 ? 'text-ink-soft' : TONES[tone]}`}>
            {formatCount(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

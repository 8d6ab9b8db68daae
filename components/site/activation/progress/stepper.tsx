import type { ProgressStep } from './progress-steps';
import { activationNames, stepNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

const TEXT = { done: 'text-ink', current: 'font-semibold text-ink', upcoming: 'text-ink-soft' };

/** The steps of an activation side by side, each with three tiles that fall into place as it goes on. */
export function Stepper({
  steps,
  line,
  replacing = null,
}: {
  steps: readonly ProgressStep[];
  line?: string | null;
  /** The device that the new one replaces. */
  replacing?: string | null;
}) {
  return (
    <div className="print:hidden">
      {replacing !== null && (
        <p className="mb-2 wrap-anywhere text-ink-soft">{t('Replacing {device}', { device: replacing })}</p>
      )}
      <ol aria-label={t(activationNames.progress)} className="grid auto-cols-fr grid-flow-col gap-2 sm:gap-3">
        {steps.map(({ name, progress, tiles }) => (
          <li key={name} aria-current={progress === 'current' ? 'step' : undefined} className={TEXT[progress]}>
            <span aria-hidden="true" className="mb-1.5 grid grid-cols-3 gap-1">
              {[1, 2, 3].map((tile) => (
                <Tile key={tile} isPlaced={tile <= tiles} isDone={progress === 'done'} />
              ))}
            </span>
            {/* “Completed: Done” would say it twice. */}
            {!(progress === 'done' && name === t('Done')) && <span className="sr-only">{t(stepNames[progress])} </span>}
            <span className="block text-sm leading-tight sm:text-base">{name}</span>
          </li>
        ))}
      </ol>
      {line && <p className="mt-2 text-ink-soft">{line}</p>}
    </div>
  );
}

function Tile({ isPlaced, isDone }: { isPlaced: boolean; isDone: boolean }) {
  return (
    <span className="h-2.5 rounded-[0.2rem] bg-line forced-colors:border forced-colors:border-[CanvasText]">
      {isPlaced && (
        <span
          className={`block h-full animate-appear rounded-[0.2rem] motion-reduce:animate-none forced-colors:bg-[Highlight] ${isDone ? 'bg-accent' : 'bg-tile'}`}
        />
      )}
    </span>
  );
}

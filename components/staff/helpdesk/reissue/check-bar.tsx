import type { CallerAssessment } from '@/lib/helpdesk/caller-check/caller-assessment';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/** How far the caller check has come: a bar that fills, and a word. @param assessment null while no reason is chosen */
export function CheckBar({ assessment }: { assessment: CallerAssessment | null }) {
  const { weight = 0, required = 1, isEnough = false } = assessment ?? {};
  const words = isEnough ? t('enough') : t('not yet');
  return (
    <div className="grid gap-2">
      <p className="flex justify-between gap-4 text-sm">
        <span>{t(reissueNames.callerCheck)}</span>
        <span className={`font-semibold ${isEnough ? 'text-success' : 'text-ink-soft'}`}>{words}</span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="h-2 w-full rounded-full">
        <rect width="100" height="4" className="fill-line" />
        <rect
          width={Math.min(100, (100 * weight) / required)}
          height="4"
          className={`transition-[width] duration-200 motion-reduce:transition-none ${isEnough ? 'fill-success' : 'fill-accent'}`}
        />
      </svg>
    </div>
  );
}

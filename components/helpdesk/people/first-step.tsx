import type { ReactNode } from 'react';
import type { Situation, Step } from '@/lib/helpdesk/situation/situation';
import { userNames } from '@/lib/names/staff-names';
import { SituationWords, stepWords } from './situation-words';
import { t } from '@/lib/language/t';

/** What is wrong, and what to do first. @param step null for whoever may not take it @param children the step itself */
export function FirstStep({
  situation,
  step,
  children,
}: {
  situation: Situation;
  step: Step | null;
  children: ReactNode;
}) {
  return (
    <section aria-label={t(userNames.firstStep)} className="grid gap-4 border-l-4 border-accent pl-4">
      <p className="text-lg font-semibold wrap-anywhere">
        <SituationWords situation={situation} />
      </p>
      {step && <p className="wrap-anywhere">{stepWords(step)}</p>}
      <div className="flex flex-wrap items-start gap-3 empty:hidden">{children}</div>
    </section>
  );
}

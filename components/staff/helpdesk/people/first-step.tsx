import type { ReactNode } from 'react';
import type { Situation, Step } from '@/lib/helpdesk/desk/situation/situation';
import { userNames } from '@/lib/shared/names/staff-names';
import { SituationWords, stepWords } from './situation-words';
import { t } from '@/lib/shared/language/t';

/**
 * What is wrong, and what to do first.
 * @param step null for whoever may not take it
 * @param hasRoom whether another device can be activated
 * @param children the step itself
 */
export function FirstStep({
  situation,
  step,
  hasRoom,
  children,
}: {
  situation: Situation;
  step: Step | null;
  hasRoom: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={t(userNames.firstStep)} className="grid gap-4 border-l-4 border-accent pl-4">
      <p className="text-lg font-semibold wrap-anywhere">
        <SituationWords situation={situation} />
      </p>
      {step && (
        <p className="wrap-anywhere">
          {stepWords(step)}
          {!hasRoom && (step.code === 'send-activation' || step.code === 'check-phone') && (
            <> {t('No room is left for a new device. The form can remove one.')}</>
          )}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-3 empty:hidden">{children}</div>
    </section>
  );
}

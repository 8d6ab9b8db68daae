import { CheckField } from '@/components/ui/fields/check-field';
import { reissueNames } from '@/lib/shared/names/staff-names';
import type { Consequences } from './consequence-words';
import { t } from '@/lib/shared/language/t';

/** What sending the form does, above its button. What nobody can undo has to be confirmed. */
export function ConsequencePanel({ sentences, toConfirm }: Consequences) {
  return (
    <div className="grid gap-3">
      <h2 className="text-lg font-semibold">{t(reissueNames.consequences)}</h2>
      <ul aria-label={t(reissueNames.consequences)} aria-live="polite" className="grid gap-2">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {toConfirm !== null && (
        <div className="rounded-control border border-danger bg-danger-soft p-3">
          <CheckField key={toConfirm} name="confirmed" required label={toConfirm} />
        </div>
      )}
    </div>
  );
}

import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_DETAIL_LENGTH, type ComparedMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import type { CheckContacts } from '@/lib/helpdesk/caller-check/check-contacts';
import { t } from '@/lib/shared/language/t';
import { reissueNames } from '@/lib/shared/names/staff-names';
import type { FilledIn } from './caller-checks';
import { CHECK_WORDS } from './reissue-words';

/** A call to a number on record, which the agent chooses. @param typed values to show again after a refusal */
export function CallBackField({
  contacts: { numbers, newNumbers },
  typed,
  isCounted,
}: {
  contacts: CheckContacts;
  typed: Record<string, string>;
  isCounted: boolean;
}) {
  const tooNew =
    newNumbers > 0 &&
    t(
      '{count, plural, one {# number does not count yet: it is} other {# numbers do not count yet: they are}} less than a week on record.',
      { count: newNumbers },
    );
  return (
    <div role="group" aria-label={t(CHECK_WORDS['call-back'])} className="grid gap-2">
      <CheckHeading method="call-back" isCounted={isCounted} />
      {numbers.length === 0 ? (
        <p className="text-ink-soft">{tooNew || t('No number on record, so calling back proves nothing.')}</p>
      ) : (
        <SelectField
          label={t(reissueNames.numberCalled)}
          name="number-called"
          hint={
            <>
              {t('Hang up, call one of these and hear the caller answer.')} {tooNew}
            </>
          }
          options={[{ value: '', text: t('None') }, ...numbers.map((number) => ({ value: number, text: number }))]}
          defaultValue={typed['number-called'] ?? ''}
        />
      )}
    </div>
  );
}

/** What nothing compares: it stays on record, and counts nothing. @param typed values to show again after a refusal */
export function NoteField({ typed, filledIn }: { typed: Record<string, string>; filledIn: FilledIn }) {
  return (
    <div role="group" aria-label={t(CHECK_WORDS['identity-document'])} className="grid gap-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t(CHECK_WORDS['identity-document'])}</span>
        <span className={`text-sm ${filledIn.isNoteShort ? 'font-semibold text-warning' : 'text-ink-soft'}`}>
          {filledIn.isNoteShort ? t('Enter four characters') : t('A note: counts nothing')}
        </span>
      </p>
      <TextField
        label={t(reissueNames.documentEnd)}
        name="identity-document-detail"
        maxLength={MAXIMUM_DETAIL_LENGTH}
        autoComplete="off"
        defaultValue={typed['identity-document-detail'] ?? ''}
      />
    </div>
  );
}

/** Name of a check, and whether it counts already. */
export function CheckHeading({ method, isCounted }: { method: ComparedMethod; isCounted: boolean }) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className="font-semibold">{t(CHECK_WORDS[method])}</span>
      {isCounted && <span className="text-sm font-semibold text-success">{t('✓ Counts')}</span>}
    </p>
  );
}

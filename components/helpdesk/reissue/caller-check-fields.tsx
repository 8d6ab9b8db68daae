import { TextField } from '@/components/ui/fields/text-field';
import {
  CHECK_WEIGHTS,
  MAXIMUM_DETAIL_LENGTH,
  VOUCHED_METHODS,
  type VouchedMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { plural, t, type Message } from '@/lib/language/t';
import { reissueNames } from '@/lib/names/staff/reissue-names';
import type { FilledIn } from './caller-checks';
import { CHECK_WORDS } from './reissue-words';

const DETAILS = {
  'call-back': {
    label: reissueNames.numberCalled,
    hint: 'No number on file. Use one from your own records, never one that the caller gives you.',
    form: 'a phone number has at least 6 digits',
  },
  'identity-document': { label: reissueNames.documentEnd, hint: null, form: 'enter four characters' },
  manager: { label: reissueNames.managerName, hint: null, form: 'enter first and last name' },
} as const satisfies Record<VouchedMethod, { label: Message; hint: Message | null; form: Message }>;

/**
 * The checks that agents vouch for, each with what they saw or heard; what is filled in counts.
 * @param typed values to show again after a refusal
 */
export function CallerCheckFields({ typed, filledIn }: { typed: Record<string, string>; filledIn: FilledIn }) {
  return VOUCHED_METHODS.map((method) => {
    const { label, hint, form } = DETAILS[method];
    return (
      <div key={method} role="group" aria-label={t(CHECK_WORDS[method])} className="grid gap-2">
        <CheckHeading
          method={method}
          isCounted={filledIn.made.includes(method)}
          problem={filledIn.malformed.includes(method) ? t(form) : null}
        />
        <TextField
          label={t(label)}
          hint={hint === null ? undefined : t(hint)}
          name={`${method}-detail`}
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
          defaultValue={typed[`${method}-detail`] ?? ''}
        />
      </div>
    );
  });
}

/** Name of a check, and what it counts. @param problem why what is filled in counts nothing; null if it does not */
export function CheckHeading({
  method,
  isCounted,
  problem = null,
}: {
  method: keyof typeof CHECK_WEIGHTS;
  isCounted: boolean;
  problem?: string | null;
}) {
  const points = CHECK_WEIGHTS[method];
  const words = plural(points, '{count} point', '{count} points');
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className="font-semibold">{t(CHECK_WORDS[method])}</span>
      <span
        className={`text-sm ${isCounted ? 'font-semibold text-success' : problem ? 'font-semibold text-warning' : 'text-ink-soft'}`}
      >
        {isCounted ? `✓ ${words}` : problem ? t('Counts 0: {problem}', { problem }) : words}
      </span>
    </p>
  );
}

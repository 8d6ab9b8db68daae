import { OFF_LOOK } from './button';
import { ScriptButton } from './script-button';
import { t } from '@/lib/shared/language/t';

const LOOKS = {
  eye: 'w-14 text-ink-soft hover:text-ink',
  word: 'min-w-16 px-3 text-sm font-semibold text-accent underline-offset-4 hover:underline',
};

/**
 * Shows what is typed in a field, and hides it again; stands at the field's end, within its box.
 * @param look an eye in a field of large digits; a word elsewhere
 */
export function ShowSecretButton({
  isShown,
  look,
  onToggle,
}: {
  isShown: boolean;
  look: 'eye' | 'word';
  onToggle: () => void;
}) {
  return (
    <ScriptButton
      // Not "Show password": suites look for the field by the word.
      aria-label={isShown ? t('Hide what is typed') : t('Show what is typed')}
      onClick={onToggle}
      className={`absolute inset-y-0 right-0 flex items-center justify-center rounded-control ${OFF_LOOK} ${LOOKS[look]}`}
    >
      {look === 'word' ? isShown ? t('Hide') : t('Show') : <Eye isCrossed={isShown} />}
    </ScriptButton>
  );
}

function Eye({ isCrossed }: { isCrossed: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className="size-6 fill-none stroke-current"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M2 12s3.5-7 10-7 10 7 10 7-3.5 7-10 7-10-7-10-7Z" />
      <circle cx="12" cy="12" r="3" />
      {isCrossed && <path d="m4 4 16 16" />}
    </svg>
  );
}

import type { CheckLine, Verdict } from './check-lines';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { t } from '@/lib/shared/language/t';

/** Shapes say what colours say. */
const MARKS = {
  works: { shape: 'm6 10.5 3 3 5-6.5', colour: 'text-success', word: phoneCheckNames.works },
  fails: { shape: 'm7 7 6 6m0-6-6 6', colour: 'text-danger', word: phoneCheckNames.fails },
  unknown: {
    shape: 'M8 8a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1V11M10 14v.01',
    colour: 'text-ink-soft',
    word: phoneCheckNames.unknown,
  },
} as const;

/** A phone in words, a line for each part. The phone and the helpdesk see the same. */
export function CheckTable({ lines }: { lines: readonly CheckLine[] }) {
  return (
    <ul aria-label={t(phoneCheckNames.result)} className="grid grid-cols-1 gap-facts">
      {lines.map(({ part, verdict, text }) => (
        <li key={part} className="flex gap-3">
          <Mark verdict={verdict} />
          <div className="min-w-0">
            <p>
              <span className="font-semibold">{part}</span>
              <span className="text-ink-soft">{` · ${t(MARKS[verdict].word)}`}</span>
            </p>
            <p className="text-ink-soft">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ verdict }: { verdict: Verdict }) {
  const { shape, colour } = MARKS[verdict];
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={`mt-0.5 size-5 shrink-0 fill-none stroke-current stroke-2 ${colour}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="10" cy="10" r="8.5" />
      <path d={shape} />
    </svg>
  );
}

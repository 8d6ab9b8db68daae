import { CheckLink } from './check/check-link';
import { HelpdeskHelp } from './helpdesk-help';

/** What each failure shows beside its words: a mark, who helps, and what works here. */
export function FailureMark() {
  return (
    <>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" className="size-12">
        <rect x="2" y="2" width="44" height="44" rx="11" className="fill-danger-soft stroke-danger" strokeWidth="2" />
        <path d="M24 13v14M24 34v.5" strokeWidth="4" strokeLinecap="round" className="stroke-danger" />
      </svg>
      <HelpdeskHelp />
      <CheckLink />
    </>
  );
}

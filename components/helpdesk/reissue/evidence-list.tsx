import { type CallerEvidence, CHECK_WEIGHTS, type CheckMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import { CHECK_WORDS } from './reissue-words';

/** The checks that the caller passed. */
export function EvidenceList({ evidence }: { evidence: readonly CallerEvidence[] }) {
  return (
    <ul className="grid gap-1">
      {evidence.map(({ method, detail }) => (
        <li key={method} className="wrap-anywhere">
          {CHECK_WORDS[method]}: {detail}
        </li>
      ))}
    </ul>
  );
}

/** Name and weight of a check. */
export function CheckLabel({ method }: { method: CheckMethod }) {
  const points = CHECK_WEIGHTS[method];
  return (
    <>
      {CHECK_WORDS[method]}{' '}
      <span className="whitespace-nowrap text-ink-soft">
        {points} {points === 1 ? 'point' : 'points'}
      </span>
    </>
  );
}

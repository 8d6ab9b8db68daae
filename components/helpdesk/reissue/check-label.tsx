import { CHECK_WEIGHTS, type CheckMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import { CHECK_WORDS } from './reissue-words';

/** A check of the caller, and what it counts for. */
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

import type { CallerEvidence } from '@/lib/helpdesk/caller-check/caller-assessment';
import { t } from '@/lib/language/t';
import { CHECK_WORDS } from './reissue-words';

/** The checks that the caller passed. */
export function EvidenceList({ evidence }: { evidence: readonly CallerEvidence[] }) {
  return (
    <ul className="grid gap-1">
      {evidence.map(({ method, detail }) => (
        <li key={method} className="wrap-anywhere">
          {t('{term}: {text}', { term: t(CHECK_WORDS[method]), text: detail })}
        </li>
      ))}
    </ul>
  );
}

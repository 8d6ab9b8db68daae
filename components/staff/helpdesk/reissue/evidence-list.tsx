import type { CallerEvidence } from '@/lib/helpdesk/caller-check/caller-assessment';
import { t } from '@/lib/shared/language/t';
import { CHECK_WORDS } from './reissue-words';

/** The checks that the caller passed, and what was noted. */
export function EvidenceList({ evidence }: { evidence: readonly CallerEvidence[] }) {
  return (
    <ul className="grid gap-1">
      {evidence.every(({ isNote }) => isNote) && (
        <li className="font-semibold text-warning">{t('Nothing was compared: make sure yourself who is calling.')}</li>
      )}
      {evidence.map(({ method, detail, isNote }) => (
        <li key={method} className="wrap-anywhere">
          {t('{term}: {text}', {
            term: isNote ? t('Note, {check}', { check: t(CHECK_WORDS[method]) }) : t(CHECK_WORDS[method]),
            text: detail,
          })}
        </li>
      ))}
    </ul>
  );
}

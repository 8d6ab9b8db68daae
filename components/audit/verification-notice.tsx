import { Notice } from '@/components/ui/notice';
import type { ChainVerdict } from '@/lib/audit/chain-verdict';
import type { VerificationTrouble } from './read-verification';
import { verdictWords } from './verdict-words';

const TROUBLES: Record<VerificationTrouble, string> = {
  'signed-out': 'You have been signed out. Sign in again, then repeat this step.',
  'not-permitted': 'Your account may not do this.',
  'too-many-requests': 'That was too often. Wait 15 minutes, then try again.',
  'broken-off':
    'The verification broke off before its end. Try again; if it happens again, tell whoever runs this site.',
};

/** What a verification has found, and what to do with it. */
export function VerificationNotice({ outcome }: { outcome: ChainVerdict | VerificationTrouble }) {
  if (typeof outcome === 'string') return <Notice tone="warning">{TROUBLES[outcome]}</Notice>;
  if (!outcome.intact) {
    return (
      <Notice tone="error" title={`The audit log is broken: ${verdictWords(outcome)}`}>
        Everything before it is intact. Keep the database as it is, and tell whoever is responsible for security.
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={`The audit log is whole: ${verdictWords(outcome)}`}>
      <p>
        Last hash <span className="font-mono text-sm wrap-anywhere">{outcome.lastHash}</span>
      </p>
      <p className="text-sm">
        Note the count and the last hash outside of this site: a log whose end was cut off looks intact otherwise.
      </p>
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { ProofKind, Proofs } from '@/lib/accounts/proofs/proof';
import type { Session } from '@/lib/accounts/sessions/session';
import { browserInWords } from '@/lib/language/browser-in-words';

/** Where and how somebody is signed in. @param badge beside the browser @param isThisOne of the reader, who is seen now */
export function SessionFacts({
  session,
  badge,
  isThisOne = false,
}: {
  session: Pick<Session, 'trace' | 'proofs' | 'createdAt' | 'lastSeenAt'>;
  badge?: ReactNode;
  isThisOne?: boolean;
}) {
  const { trace, proofs, createdAt, lastSeenAt } = session;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold wrap-anywhere">{browserInWords(trace.browser)}</span>
        {badge}
      </p>
      <p className="text-sm text-ink-soft">
        {trace.network ?? 'Unknown network'} · {proofWords(proofs)}
      </p>
      <p className="text-sm text-ink-soft">
        Since <Time at={createdAt.toISOString()} form="relative" />
        {!isThisOne && (
          <>
            , last seen <Time at={lastSeenAt.toISOString()} form="relative" />
          </>
        )}
      </p>
    </div>
  );
}

const PROOF_WORDS: Record<ProofKind, string> = {
  password: 'password',
  passkey: 'passkey',
  device: 'phone',
  'new-device': 'new phone',
  'one-time-password': 'one-time password',
  provider: 'the organisation’s sign-in with a second factor',
  'provider-identity': 'the organisation’s sign-in',
  invitation: 'invitation',
  'recovery-code': 'recovery code',
  'mailed-code': 'code by email',
};

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Password and one-time password", in the order in which they were given. */
function proofWords(proofs: Proofs): string {
  const given = Object.entries(proofs).toSorted(([, one], [, other]) => one.getTime() - other.getTime());
  const words = LIST.format(given.map(([kind]) => PROOF_WORDS[kind as ProofKind]));
  return words === '' ? 'No proof kept' : words.charAt(0).toUpperCase() + words.slice(1);
}

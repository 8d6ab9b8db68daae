import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { ProofKind, Proofs } from '@/lib/accounts/proofs/proof';
import type { Session } from '@/lib/accounts/sessions/session';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { RichText } from '@/components/site/language/rich-text';
import { locale, t, type Message } from '@/lib/shared/language/t';

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
  const since = <Time at={createdAt.toISOString()} form="relative" />;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold wrap-anywhere">{browserInWords(trace.browser)}</span>
        {badge}
      </p>
      <p className="text-sm text-ink-soft">
        {trace.network ?? t('Unknown network')} · {proofWords(proofs)}
      </p>
      <p className="text-sm text-ink-soft">
        {isThisOne ? (
          <RichText message="Since {time}" values={{ time: since }} />
        ) : (
          <RichText
            message="Since {time}, last seen {seen}"
            values={{ time: since, seen: <Time at={lastSeenAt.toISOString()} form="relative" /> }}
          />
        )}
      </p>
    </div>
  );
}

/** First in a list, and later in it. */
const PROOF_WORDS = {
  password: ['Password', 'password'],
  passkey: ['Passkey', 'passkey'],
  'new-passkey': ['New passkey', 'new passkey'],
  device: ['Phone', 'phone'],
  'new-device': ['New phone', 'new phone'],
  'one-time-password': ['One-time password', 'one-time password'],
  provider: ['The organisation’s sign-in with a second factor', 'the organisation’s sign-in with a second factor'],
  'provider-identity': ['The organisation’s sign-in', 'the organisation’s sign-in'],
  invitation: ['Invitation', 'invitation'],
  'recovery-code': ['Recovery code', 'recovery code'],
  'mailed-code': ['Code by email', 'code by email'],
  'activated-device': ['Phone activated here', 'phone activated here'],
} as const satisfies Record<ProofKind, readonly [Message, Message]>;

/** "Password and one-time password", in the order in which they were given. */
function proofWords(proofs: Proofs): string {
  const entries = Object.entries(proofs).toSorted(([, one], [, other]) => one.getTime() - other.getTime());
  if (entries.length === 0) return t('No proof kept');
  const words = entries.map(([kind], index) => t(PROOF_WORDS[kind as ProofKind][index === 0 ? 0 : 1]));
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}

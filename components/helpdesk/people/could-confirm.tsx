import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { UserExplanation } from '@/lib/accounts/proofs/explain-for-user';
import type { ExplainedNeed, Explanation } from '@/lib/accounts/proofs/explain-policy';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import type { ProofWay } from '@/lib/shared/form-state';
import { userNames } from '@/lib/names/user-names';

const ACTION_WORDS: Record<ProtectedAction, string> = {
  'bind-device': 'Activate a device',
  'replace-device': 'Replace a device',
  'remove-device': 'Remove a device',
  'unlock-device': 'Unlock a device',
  'rename-device': 'Rename a device',
  'act-as-staff': 'Open staff pages',
  'decide-as-staff': 'Decide as staff',
  'add-passkey': 'Add a passkey',
  'remove-passkey': 'Remove a passkey',
  'turn-password-off': 'Turn the password off',
  'turn-password-on': 'Turn the password on',
  'make-recovery-code': 'Make a recovery code',
  'change-address': 'Change email addresses',
};

const WAY_WORDS: Record<ProofWay, string> = {
  password: 'their password',
  passkey: 'a passkey',
  phone: 'their phone',
  provider: 'their organisation’s sign-in',
  'one-time-password': 'a one-time password',
  'mailed-code': 'a code by email',
  'recovery-code': 'their recovery code',
  helpdesk: 'an invitation',
};

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What a caller could do on the website by themselves, and why not, without anything that helps to do it for them. */
export function CouldConfirm({ explained }: { explained: UserExplanation | null }) {
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 rounded-card px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        {userNames.couldConfirm}
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
      </summary>
      <div className="px-5 pb-5">
        {explained === null ? (
          <p>The activation service does not answer. Load this page again in a minute.</p>
        ) : (
          <dl className="divide-y divide-line">
            {explained.actions.map((explanation) => (
              <div key={explanation.action} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_1fr]">
                <dt className="text-ink-soft">{ACTION_WORDS[explanation.action]}</dt>
                <dd className="min-w-0">{verdictWords(explanation, explained)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </details>
  );
}

function verdictWords({ verdict, needs }: Explanation, user: UserExplanation): ReactNode {
  switch (verdict.code) {
    case 'barred':
      return `Could not: the account is ${verdict.bar}.`;
    case 'not-staff':
      return 'Could not: no member of staff.';
    case 'could':
      return needs.length === 0
        ? 'Could, without a further proof.'
        : `Could, with ${needs.map(({ ways }) => EITHER.format(ways.map((way) => WAY_WORDS[way]))).join(', and ')}.`;
    case 'could-not':
      return (
        <>
          Could not: {hasWords(user)}, {lackWords(verdict.lacking)}.
          {verdict.from && (
            <>
              {' '}
              Their new device can confirm it from <Time at={verdict.from.toISOString()} />.
            </>
          )}
          {verdict.isForHelpdesk && ' An invitation helps.'}
        </>
      );
  }
}

function hasWords({ hasPassword, passkeys }: UserExplanation): string {
  const has = [...(hasPassword ? ['a password'] : []), ...(passkeys > 0 ? ['a passkey'] : [])];
  return has.length === 0 ? 'nothing to sign in with' : `only ${has.join(' and ')}`;
}

function lackWords({ what, anyOf }: ExplainedNeed): string {
  if (what === 'identity') return 'no proof of who they are';
  return anyOf.every((kind) => kind === 'passkey') ? 'no passkey' : 'no second proof';
}

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { UserExplanation } from '@/lib/accounts/proofs/explain-for-user';
import type { ExplainedNeed, Explanation, Verdict } from '@/lib/accounts/proofs/explain-policy';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import type { ProofWay } from '@/lib/shared/form-state';
import { userNames } from '@/lib/shared/names/staff-names';
import { locale, t, type Message } from '@/lib/shared/language/t';

const ACTION_WORDS = {
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
  'change-address': 'Change addresses and numbers',
  'confirm-caller': 'Confirm to the helpdesk who is calling',
  'change-gateway-password': 'Change the password of the authentication server',
  'change-gateway-pin': 'Change the server PIN',
  'assign-hardware': 'Assign a hardware authenticator',
  'sync-gateway-password': 'Tell the authentication server a changed password',
} as const satisfies Record<ProtectedAction, Message>;

const WAY_WORDS = {
  password: 'their password',
  passkey: 'a passkey',
  phone: 'their phone',
  provider: 'their organisation’s sign-in',
  'one-time-password': 'a one-time password',
  'mailed-code': 'a code by email',
  'recovery-code': 'their recovery code',
  helpdesk: 'an invitation',
} as const satisfies Record<ProofWay, Message>;

const BARRED_WORDS = {
  disabled: 'Could not: the account is disabled.',
  locked: 'Could not: the account is locked.',
  frozen: 'Could not: the account is frozen.',
} as const satisfies Record<Extract<Verdict, { code: 'barred' }>['bar'], Message>;

/** What a caller could do on the website by themselves, and why not, without anything that helps to do it for them. */
export function CouldConfirm({ explained }: { explained: UserExplanation | null }) {
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 rounded-card px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        {t(userNames.couldConfirm)}
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
      </summary>
      <div className="px-5 pb-5">
        {explained === null ? (
          <p>{t('The activation service does not answer. Load this page again in a minute.')}</p>
        ) : (
          <dl className="divide-y divide-line">
            {explained.actions.map((explanation) => (
              <div key={explanation.action} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_1fr]">
                <dt className="text-ink-soft">{t(ACTION_WORDS[explanation.action])}</dt>
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
      return t(BARRED_WORDS[verdict.bar]);
    case 'not-staff':
      return t('Could not: no member of staff.');
    case 'could':
      return needs.length === 0
        ? t('Could, without a further proof.')
        : t('Could, with {proofs}.', { proofs: proofsWords(needs) });
    case 'could-not':
      return (
        <>
          {t('Could not: {has}, {lacks}.', { has: hasWords(user), lacks: lackWords(verdict.lacking) })}
          {verdict.from && (
            <>
              {' '}
              <RichText
                message="Their new device can confirm it from {time}."
                values={{ time: <Time at={verdict.from.toISOString()} /> }}
              />
            </>
          )}
          {verdict.isForHelpdesk && ` ${t('An invitation helps.')}`}
        </>
      );
  }
}

function proofsWords(needs: readonly ExplainedNeed[]): string {
  const either = new Intl.ListFormat(locale(), { type: 'disjunction' });
  return needs
    .map(({ ways }) => either.format(ways.map((way) => t(WAY_WORDS[way]))))
    .reduce((proofs, proof) => t('{proofs}, and {proof}', { proofs, proof }));
}

function hasWords({ hasPassword, passkeys }: UserExplanation): string {
  if (passkeys === 0) return hasPassword ? t('only a password') : t('nothing to sign in with');
  return hasPassword ? t('only a password and a passkey') : t('only a passkey');
}

function lackWords({ what, anyOf }: ExplainedNeed): string {
  if (what === 'identity') return t('no proof of who they are');
  return anyOf.every((kind) => kind === 'passkey') ? t('no passkey') : t('no second proof');
}

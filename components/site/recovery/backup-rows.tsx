import { Check, FileText, KeyRound, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Time } from '@/components/ui/time';
import { RichText } from '@/components/site/language/rich-text';
import type { WaysBackOverview } from '@/lib/accounts/ways-back/overview';
import type { Backup } from '@/lib/accounts/ways-back/rehearsal';
import { backupNames, recoveryCodeNames } from '@/lib/shared/names/profile-names';
import { t, type Message } from '@/lib/shared/language/t';

const BACKUPS = {
  passkey: { icon: KeyRound, title: 'A passkey', text: 'Sign in with your fingerprint, face or screen lock.' },
  phone: { icon: Smartphone, title: 'A second phone', text: 'A second phone or tablet signs you in, too.' },
  'recovery-code': {
    icon: FileText,
    title: 'A code on paper',
    text: 'Lost your phone? This code and your password let you set up a new one.',
  },
} as const satisfies Record<Backup, { icon: typeof Check; title: Message; text: Message }>;

/**
 * The ways back that an account can have: those that it has are ticked, and those that can be added have a button.
 * @param mayAdd whether the person can add one now @param mayAddFrom when they can; null if nothing of theirs ever will
 * @param addPasskey adds one
 */
export function BackupRows({
  score: { backups, ready },
  mayAdd,
  mayAddFrom,
  addPasskey,
}: Pick<WaysBackOverview, 'score' | 'mayAdd' | 'mayAddFrom'> & { addPasskey: ReactNode }) {
  const adding: Record<Backup, ReactNode> = {
    passkey: addPasskey,
    phone: (
      <LinkButton href="/activations/new" variant="secondary">
        {t(backupNames.addDevice)}
      </LinkButton>
    ),
    'recovery-code': (
      <LinkButton href="/profile/recovery-code" variant="secondary">
        {t(recoveryCodeNames.make)}
      </LinkButton>
    ),
  };
  return (
    <>
      {!mayAdd && ready < backups.length && <p className="max-w-prose text-ink-soft">{laterWords(mayAddFrom)}</p>}
      <ul className="grid divide-y divide-line border-y border-line">
        {backups.map(({ backup, way }) => {
          const { icon: Icon, title, text } = BACKUPS[backup];
          return (
            <li key={backup} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4" data-backup={backup}>
              {way ? (
                <Check aria-hidden="true" className="size-5 shrink-0 text-success" />
              ) : (
                <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
              )}
              <div className="min-w-48 flex-1">
                <p className="font-semibold">
                  {way && <span className="sr-only">{`${t('Ready:')} `}</span>}
                  {t(title)}
                </p>
                <p className="text-ink-soft">
                  {way?.from ? (
                    <RichText
                      message="Ready from {time}"
                      values={{ time: <Time at={way.from.toISOString()} form="upcoming" /> }}
                    />
                  ) : way ? (
                    t('Ready')
                  ) : (
                    t(text)
                  )}
                </p>
              </div>
              {!way && mayAdd && adding[backup]}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What to do where nothing can vouch for a way back yet. */
function laterWords(from: Date | null): ReactNode {
  if (!from) return t('If you lose your phone, call the helpdesk: they’ll help you set up a new one.');
  return (
    <RichText
      message="From {time}, your phone can add a way back. If it’s lost before then, call the helpdesk."
      values={{ time: <Time at={from.toISOString()} form="upcoming" /> }}
    />
  );
}

import type { ReactNode } from 'react';
import { Link } from '@/components/ui/buttons/link';
import { LinkButton } from '@/components/ui/buttons/link-button';
import type { WaysBackOverview } from '@/lib/accounts/ways-back/overview';
import type { Backup, BackupScore } from '@/lib/accounts/ways-back/rehearsal';
import { backupNames, passkeysNames } from '@/lib/shared/names/profile-names';
import { locale, t, type Message } from '@/lib/shared/language/t';
import { BackupRows } from './backup-rows';
import { WhatIf } from './what-if';

/** On the page of devices: how many ways back there are, and the way to them. */
export function WaysBackRow({ score: { ready, backups } }: { score: BackupScore }) {
  const missing = backups.filter(({ way }) => way === null).map(({ backup }) => t(MISSING_WORDS[backup]));
  return (
    <section
      aria-labelledby="ways-back"
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-5"
    >
      <div className="min-w-48 flex-1">
        <h2 id="ways-back" className="font-semibold">
          {scoreWords(ready, backups.length)}
        </h2>
        <p className="text-ink-soft">
          {missing.length > 0
            ? t('Not set up yet: {ways}.', { ways: new Intl.ListFormat(locale()).format(missing) })
            : t('If you lose your phone, you can set up a new one yourself.')}
        </p>
      </div>
      <Link href="/profile#ways-back">{t(backupNames.waysBack)}</Link>
    </section>
  );
}

const MISSING_WORDS = {
  passkey: 'missing|a passkey',
  phone: 'missing|a second phone',
  'recovery-code': 'missing|a code on paper',
} as const satisfies Record<Backup, Message>;

/** In the profile: the ways back, and what would be left after a loss. */
export function WaysBack({ waysBack, note }: { waysBack: WaysBackOverview; note: ReactNode }) {
  const { ready, backups } = waysBack.score;
  return (
    <div className="grid gap-5">
      <p className="font-semibold">{scoreWords(ready, backups.length)}</p>
      <BackupRows
        {...waysBack}
        addPasskey={
          <LinkButton href="/profile#passkeys" variant="secondary">
            {t(passkeysNames.add)}
          </LinkButton>
        }
      />
      {note}
      <div className="grid gap-facts">
        <h4 className="font-semibold">{t('What if …?')}</h4>
        <WhatIf rehearsals={waysBack.rehearsals} />
      </div>
    </div>
  );
}

function scoreWords(ready: number, count: number): string {
  return t('{ready} of {count} ways back', { ready, count });
}

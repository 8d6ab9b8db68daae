'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t, type Message } from '@/lib/shared/language/t';
import { EmptiedNotice } from '../emptied/emptied-notice';
import { useGhosts } from '../emptied/use-ghosts';
import { PhoneScreen } from '../phone-screen';
import { StepPicture } from './step-picture';
import { perform } from '../perform';

type Step = readonly [picture: 'copy' | 'share' | 'add' | 'open', text: Message];

const INSTALLING = [
  ['share', 'Tap Share in the browser’s bar.'],
  ['add', 'Scroll down and tap “Add to Home Screen”.'],
] as const satisfies readonly Step[];

const WITHOUT_LINK = [
  ...INSTALLING,
  ['open', 'Open the app from your home screen.'],
] as const satisfies readonly Step[];

const WITH_LINK = [
  ['copy', 'Tap “Copy the link” below.'],
  ...INSTALLING,
  ['open', 'Open the app from your home screen, and tap “Paste the link”.'],
] as const satisfies readonly Step[];

/**
 * Where the browser deletes a tab's accounts: the app goes to the home screen before anything is activated.
 * @param link of an activation, which the app on the home screen takes from the clipboard; null for none
 */
export function InstallFirstScreen({ link, onGoOn }: { link: string | null; onGoOn: () => void }) {
  const emptied = useGhosts();
  return (
    <PhoneScreen
      title={t(phoneAppNames.installFirst)}
      lead={t(
        'Here in the browser your accounts are deleted after seven days without a visit. On the home screen they stay.',
      )}
      back="leaves-app"
      takesFocus={link !== null}
      actions={link !== null && <CopyLink link={link} />}
    >
      <EmptiedNotice {...emptied} />
      <ol className="grid gap-4">
        {(link === null ? WITHOUT_LINK : WITH_LINK).map(([picture, text], index) => (
          <li key={picture} className="flex items-center gap-4">
            <StepPicture of={picture} />
            <p>
              <strong>{index + 1}.</strong> {t(text)}
            </p>
          </li>
        ))}
      </ol>
      <p className="text-sm text-ink-soft">
        {t('You can also go on here. Then this phone may have to be activated again after a while.')}{' '}
        <button type="button" onClick={onGoOn} className="font-semibold text-accent underline underline-offset-4">
          {t(phoneAppNames.goOnInTab)}
        </button>
      </p>
    </PhoneScreen>
  );
}

/** The app on the home screen has a storage of its own, and shares nothing with the tab but the clipboard. */
function CopyLink({ link }: { link: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }

  return (
    <>
      <div role="status" className="empty:hidden">
        {outcome === 'copied' && (
          <Notice tone="success">{t('Link copied. It works for a few minutes, on one phone.')}</Notice>
        )}
        {outcome === 'refused' && (
          <Notice tone="warning">
            {t('The browser didn’t copy it. Open the app from your home screen and type the values from the website.')}
          </Notice>
        )}
      </div>
      <Button variant="primary" onClick={() => perform(copy())}>
        {t(phoneAppNames.copyLink)}
      </Button>
    </>
  );
}

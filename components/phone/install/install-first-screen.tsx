'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { t, type Message } from '@/lib/language/t';
import { PhoneScreen } from '../phone-screen';
import { StepPicture } from './step-picture';

const STEPS = [
  ['share', 'Tap Share in the browser’s bar.'],
  ['add', 'Scroll down and tap “Add to Home Screen”.'],
  ['open', 'Open the app from your home screen.'],
] as const satisfies readonly (readonly [string, Message])[];

/**
 * Where the browser deletes a tab's accounts: the app goes to the home screen before anything is activated.
 * @param link of an activation, which the app on the home screen takes from the clipboard; null for none
 */
export function InstallFirstScreen({ link, onGoOn }: { link: string | null; onGoOn: () => void }) {
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
      <ol className="grid gap-5">
        {STEPS.map(([picture, text], index) => (
          <li key={picture} className="flex items-center gap-4">
            <StepPicture of={picture} />
            <p>
              <strong>{index + 1}.</strong> {t(text)}
            </p>
          </li>
        ))}
        {link !== null && (
          <li className="flex items-center gap-4">
            <span aria-hidden="true" className="size-16 shrink-0" />
            <p>
              <strong>{STEPS.length + 1}.</strong> {t('Tap “Paste the link” there.')}
            </p>
          </li>
        )}
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
      <Button variant="primary" onClick={() => void copy()}>
        {t(phoneAppNames.copyLink)}
      </Button>
    </>
  );
}

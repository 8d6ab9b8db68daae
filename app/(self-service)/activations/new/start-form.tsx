'use client';

import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { inBackground } from '@/components/site/feedback/perform';
import { suggestedDeviceName } from '@/components/site/devices/device-words';
import { ActionForm } from '@/components/site/forms/action-form';
import { GatewayCredentialField } from '@/components/site/forms/gateway-credential-field';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { CheckField } from '@/components/ui/fields/check-field';
import { TextField } from '@/components/ui/fields/text-field';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import { activationNames, newActivationNames } from '@/lib/shared/names/activation-names';
import { startActivationAction } from './actions';
import { StartKey } from './start-key';
import { t } from '@/lib/shared/language/t';

export function StartForm({
  prompt,
  firstName,
  hasOwnApp,
  offersOffline,
}: {
  prompt: StartPrompt;
  /** Of whoever activates; null if their name does not tell it. */
  firstName: string | null;
  /** Whether people activate with this site's app: then a phone that shows this page can activate itself. */
  hasOwnApp: boolean;
  /** Whether phones without a network can be activated. */
  offersOffline: boolean;
}) {
  const field = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  useEffect(() => {
    async function suggest() {
      const suggested = await suggestedDeviceName(firstName);
      // Somebody may have typed before the page was hydrated, too.
      if (suggested !== null && !isTyped.current && field.current?.value === '') field.current.value = suggested;
    }
    inBackground(suggest());
  }, [firstName]);
  return (
    <ActionForm
      action={startActivationAction}
      proof={prompt.proof}
      goesOn
      submit={<StartButtons hasOwnApp={hasOwnApp} />}
      hasSeveralButtons
    >
      <StartKey />
      <TextField
        label={t(newActivationNames.deviceName)}
        name="deviceName"
        hint={t('Optional. If you leave it empty, it’s the phone’s own name, such as “Pixel 9”.')}
        maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
        autoComplete="off"
        ref={field}
        onChange={() => {
          isTyped.current = true;
        }}
      />
      {prompt.credential && <GatewayCredentialField />}
      {offersOffline && (
        <details className="group">
          <summary className="flex min-h-11 w-fit list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
            {t(activationNames.cannotScan)}
            <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
          </summary>
          <div className="grid gap-4 pt-2">
            <p className="text-ink-soft">{t('No camera? The next page has values to type instead.')}</p>
            <CheckField
              label={t(newActivationNames.offline)}
              hint={t('You scan two images and type two codes. That takes about five minutes.')}
              name="activationType"
              value="offline"
            />
          </div>
        </details>
      )}
    </ActionForm>
  );
}

/** The first one is pressed by the Enter key, whatever is shown. */
function StartButtons({ hasOwnApp }: { hasOwnApp: boolean }) {
  const pendingText = t('Getting the image…');
  return (
    <>
      <div className={hasOwnApp ? 'pointer-coarse:hidden' : undefined}>
        <SubmitButton pendingText={pendingText}>{t(newActivationNames.show)}</SubmitButton>
      </div>
      {hasOwnApp && (
        <div className="hidden gap-3 pointer-coarse:grid">
          <SubmitButton name="here" value="1" pendingText={t('Opening the app…')}>
            {t(newActivationNames.activateHere)}
          </SubmitButton>
          <p className="mt-3 text-ink-soft">{t('Is it another phone? Show it an image to scan.')}</p>
          <SubmitButton variant="secondary" pendingText={pendingText}>
            {t(newActivationNames.show)}
          </SubmitButton>
        </div>
      )}
    </>
  );
}

'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { newActivationNames } from '@/lib/shared/names/activation-names';
import { devicesNames } from '@/lib/shared/names/device-names';
import { startActivationAction } from './activations/new/actions';
import { StartKey } from './activations/new/start-key';
import { t } from '@/lib/shared/language/t';

/** Starts an activation by one press: on a touch device that of this very phone, and else one that shows its image. */
export function FirstActivationForm() {
  return (
    <ActionForm action={startActivationAction} goesOn submit={<FirstActivationButtons />} hasSeveralButtons>
      <StartKey />
    </ActionForm>
  );
}

function FirstActivationButtons() {
  return (
    <div className="grid justify-items-center gap-3">
      <div className="pointer-coarse:hidden">
        <SubmitButton pendingText={t('Getting the image…')}>{t(devicesNames.activate)}</SubmitButton>
      </div>
      <div className="hidden justify-self-stretch pointer-coarse:grid">
        <SubmitButton name="here" value="1" pendingText={t('Opening the app…')}>
          {t(newActivationNames.activateHere)}
        </SubmitButton>
      </div>
      <LinkButton href="/activations/new" variant="quiet">
        {t(devicesNames.activateOtherwise)}
      </LinkButton>
    </div>
  );
}

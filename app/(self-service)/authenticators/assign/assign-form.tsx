'use client';

import { ChallengeText } from '@/components/site/devices/hardware/challenge-text';
import { ResponseField } from '@/components/site/devices/hardware/challenge-test';
import { useChallenge } from '@/components/site/devices/hardware/use-challenge';
import { ActionForm } from '@/components/site/forms/action-form';
import { Button } from '@/components/ui/buttons/button';
import { TextField } from '@/components/ui/fields/text-field';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';
import { hardwareNames } from '@/lib/shared/names/device-names';
import { answerAssignmentAction, assignHardwareAction } from './actions';

const PIN_FIELD = { type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 8 } as const;

/** @param hasLogin whether the server takes new PINs and challenges with it */
export function AssignForm({ proof, hasLogin }: { proof: ProofPrompt | null; hasLogin: boolean }) {
  const { challenge, start, end } = useChallenge(assignHardwareAction);
  const pendingText = t('Checking…');
  if (challenge)
    return (
      <div className="grid gap-5">
        <ChallengeText text={challenge.text} />
        <ActionForm
          key={challenge.key}
          action={answerAssignmentAction}
          submit={t(hardwareNames.assign)}
          pendingText={pendingText}
        >
          <input type="hidden" name="serialNumber" value={challenge.serialNumber ?? ''} />
          <input type="hidden" name="challengeKey" value={challenge.key} />
          <ResponseField />
        </ActionForm>
        <div className="-ml-3">
          <Button variant="quiet" onClick={end}>
            {t('Start again')}
          </Button>
        </div>
      </div>
    );
  return (
    <ActionForm
      action={start}
      proof={proof}
      asks="when-used"
      submit={t(hardwareNames.assign)}
      pendingText={pendingText}
    >
      <TextField
        label={t(hardwareNames.serialNumber)}
        name="serialNumber"
        hint={t('10 characters on the back, with or without dashes.')}
        autoComplete="off"
        required
        maxLength={20}
      />
      <TextField
        type="password"
        label={t(hardwareNames.password)}
        name="assignmentPassword"
        autoComplete="current-password"
        required
      />
      <ResponseField
        isRequired={!hasLogin}
        hint={
          hasLogin
            ? t('With its PIN in front, if it has one. Leave it empty if the device has keys for a challenge.')
            : t('What the device shows.')
        }
      />
      {hasLogin && (
        <>
          <TextField
            {...PIN_FIELD}
            label={t(hardwareNames.newPin)}
            name="newPin"
            hint={t('Only if your organisation asks for a PIN and the device has none yet.')}
          />
          <TextField {...PIN_FIELD} label={t(hardwareNames.newPinAgain)} name="newPinAgain" />
        </>
      )}
    </ActionForm>
  );
}

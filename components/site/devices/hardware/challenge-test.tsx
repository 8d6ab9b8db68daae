'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { Button } from '@/components/ui/buttons/button';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';
import { hardwareNames, testLoginNames } from '@/lib/shared/names/device-names';
import { ChallengeText } from './challenge-text';
import { useChallenge } from './use-challenge';

/** Tries a device that wants a challenge, as a sign-in would. */
export function ChallengeTest({
  instanceId,
  ask,
  answer,
}: {
  instanceId: string;
  ask: FormAction<RefusalCode>;
  answer: FormAction<RefusalCode>;
}) {
  const { challenge, start, end } = useChallenge(ask);
  const id = <input type="hidden" name="instanceId" value={instanceId} />;
  return (
    <section aria-labelledby="try-it" className="grid max-w-form gap-5">
      <h2 id="try-it" className="text-xl font-semibold">
        {t('Try it')}
      </h2>
      {challenge ? (
        <>
          <ChallengeText text={challenge.text} />
          <ActionForm
            key={challenge.key}
            action={answer}
            submit={t(testLoginNames.tryOut)}
            pendingText={t('Checking…')}
            doneWords={t(testLoginNames.works)}
          >
            {id}
            <input type="hidden" name="challengeKey" value={challenge.key} />
            <ResponseField />
          </ActionForm>
          <div className="-ml-3">
            <Button variant="quiet" onClick={end}>
              {t('Start again')}
            </Button>
          </div>
        </>
      ) : (
        <ActionForm action={start} submit={t(hardwareNames.getChallenge)} pendingText={t('Checking…')}>
          {id}
        </ActionForm>
      )}
    </section>
  );
}

export function ResponseField({ hint, isRequired = true }: { hint?: string; isRequired?: boolean }) {
  return (
    <TextField
      label={t(hardwareNames.response)}
      {...(hint !== undefined && { hint })}
      name="response"
      inputMode="numeric"
      autoComplete="one-time-code"
      required={isRequired}
      maxLength={32}
    />
  );
}

'use client';

import { useState, useEffect, useRef } from 'react';
import { suggestedDeviceName } from '@/components/devices/device-words';
import { ActionForm } from '@/components/forms/action-form';
import { GatewayCredentialField } from '@/components/forms/step-up-field';
import { CheckField } from '@/components/ui/fields/check-field';
import { TextField } from '@/components/ui/fields/text-field';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import { newActivationNames } from '@/lib/names/activation-names';
import { startActivationAction } from './actions';
import { useFormStatus } from 'react-dom';
import { t } from '@/lib/language/t';

const STEP_UP_OF = { credential: 'never', password: 'due', nothing: 'later' } as const satisfies Record<
  StartPrompt,
  string
>;

export function StartForm({
  prompt,
  firstName,
  offersOffline,
}: {
  prompt: StartPrompt;
  /** Of whoever activates; null if their name does not tell it. */
  firstName: string | null;
  /** Whether phones without a network can be activated. */
  offersOffline: boolean;
}) {
  const [name, setName] = useState('');
  const isTyped = useRef(false);
  useEffect(() => {
    async function suggest() {
      const suggested = await suggestedDeviceName(firstName);
      if (suggested !== null && !isTyped.current) setName(suggested);
    }
    void suggest();
  }, [firstName]);
  return (
    <ActionForm
      action={startActivationAction}
      stepUp={STEP_UP_OF[prompt]}
      submit={t(newActivationNames.show)}
      pendingText={t('Getting the image…')}
    >
      <StartKey />
      <TextField
        label={t(newActivationNames.deviceName)}
        name="deviceName"
        hint={t('Optional. If you leave it empty, it’s the phone’s own name, such as “Pixel 9”.')}
        maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
        autoComplete="off"
        value={name}
        onChange={(event) => {
          isTyped.current = true;
          setName(event.target.value);
        }}
      />
      {prompt === 'credential' && <GatewayCredentialField />}
      {offersOffline && (
        <CheckField
          label={t(newActivationNames.offline)}
          hint={t('You scan two images and type two codes. That takes about five minutes.')}
          name="activationType"
          value="offline"
        />
      )}
    </ActionForm>
  );
}

/** Idempotency key: a form that is sent twice starts one activation. Each answer brings a new key. */
function StartKey() {
  const { pending } = useFormStatus();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (pending || !input.current) return;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    input.current.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, [pending]);
  return <input ref={input} type="hidden" name="startKey" defaultValue="" />;
}

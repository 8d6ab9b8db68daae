'use client';

import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/device-name';
import { startActivationAction } from './actions';
import { StartKey } from './start-key';

export function StartForm({ isStepUpDue }: { isStepUpDue: boolean }) {
  const [name, setName] = useState('');
  return (
    <ActionForm action={startActivationAction} stepUp={isStepUpDue ? 'due' : 'later'} submit="Show activation image">
      <StartKey />
      <TextField
        label="Device name"
        name="deviceName"
        hint="Optional. Something you will recognise, such as “Jane’s phone”."
        maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </ActionForm>
  );
}

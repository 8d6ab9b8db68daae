'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import { deviceNames } from '@/lib/shared/names/device-names';
import { t } from '@/lib/shared/language/t';
import { renameAction } from '../../authenticators/[instanceId]/actions';

/** Names a device once it works, when a name is worth choosing. */
export function NameDevice({ instanceId }: { instanceId: string }) {
  return (
    <div className="max-w-form pt-facts">
      <ActionForm action={renameAction} submit={t(deviceNames.saveName)} variant="secondary" pendingText={t('Saving…')}>
        <input type="hidden" name="instanceId" value={instanceId} />
        <TextField
          label={t(deviceNames.name)}
          name="deviceName"
          hint={t('Choose a name that tells your devices apart.')}
          required
          maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
          autoComplete="off"
        />
      </ActionForm>
    </div>
  );
}

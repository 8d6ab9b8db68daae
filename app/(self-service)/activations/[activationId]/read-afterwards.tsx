import type { Afterwards } from '@/components/activation/ended/device-activated';
import { ActionForm } from '@/components/forms/action-form';
import { RichText } from '@/components/language/rich-text';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { Active } from '@/lib/activation/activation';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import { services } from '@/lib/composition/compose';
import { deviceNames } from '@/lib/names/device-names';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { t } from '@/lib/language/t';
import { renameAction } from '../../authenticators/[instanceId]/actions';
import { IfThisPhoneIsLost } from './if-this-phone-is-lost';

/** What the page says of a device that has just been activated. @param isInvited whether the session reaches nothing else */
export async function readAfterwards(signedIn: SignedIn, activation: Active, isInvited: boolean): Promise<Afterwards> {
  const { directory } = (await services()).devices;
  const devices = await withGatewayFallback([], () => directory.list(signedIn.user));
  const device = devices.find(({ instanceId }) => instanceId === activation.instanceId);
  const deviceName = device && device.name !== device.instanceId ? device.name : activation.deviceName;
  const isWithoutName = device !== undefined && deviceName === null && directory.capabilities.rename === true;
  return {
    deviceName,
    probation: device && (
      <>
        <p className="max-w-prose text-lg">{probationWords(device.trustedFrom)}</p>
        {isWithoutName && !isInvited && <NameDevice instanceId={device.instanceId} />}
      </>
    ),
    ways: !isInvited && <IfThisPhoneIsLost signedIn={signedIn} path={`/activations/${activation.id}`} />,
  };
}

function probationWords(trustedFrom: Date | undefined) {
  if (!trustedFrom) return t('It can sign in and approve changes now.');
  return (
    <RichText
      message="It can sign in now, and approve changes from {time}."
      values={{ time: <Time at={trustedFrom.toISOString()} form="upcoming" /> }}
    />
  );
}

function NameDevice({ instanceId }: { instanceId: string }) {
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

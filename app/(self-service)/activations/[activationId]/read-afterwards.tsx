import type { Afterwards } from '@/components/site/activation/ended/device-activated';
import { NoWayIn } from '@/components/site/devices/no-way-in';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { Active } from '@/lib/activation/activation';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { t } from '@/lib/shared/language/t';
import { IfThisPhoneIsLost } from './if-this-phone-is-lost';
import { NameDeviceLater } from './later-forms';

/** What the page says of a device that has just been activated. @param isInvited whether the session reaches nothing else */
export async function readAfterwards(signedIn: SignedIn, activation: Active, isInvited: boolean): Promise<Afterwards> {
  const { directory } = (await services()).devices;
  const devices = await withGatewayFallback([], () => directory.list(signedIn.user));
  const device = devices.find(({ instanceId }) => instanceId === activation.instanceId);
  const deviceName = device && device.name !== device.instanceId ? device.name : activation.deviceName;
  const isWithoutName = device !== undefined && deviceName === null && directory.capabilities.rename === true;
  return {
    deviceName,
    isDelayed: device?.usableFrom !== undefined,
    probation: device && (
      <>
        <p className="max-w-prose text-lg">{probationWords(device)}</p>
        {device.usableFrom && device.leavesNoWayIn && <NoWayIn usableFrom={device.usableFrom} />}
        {isWithoutName && !isInvited && <NameDeviceLater instanceId={device.instanceId} />}
      </>
    ),
    ways: !isInvited && <IfThisPhoneIsLost signedIn={signedIn} path={`/activations/${activation.id}`} />,
  };
}

function probationWords({ trustedFrom, usableFrom }: AuthenticatorInstance) {
  if (usableFrom)
    return (
      <RichText
        message="Works from {time}."
        values={{ time: <Time at={usableFrom.toISOString()} form="upcoming" /> }}
      />
    );
  if (!trustedFrom) return t('It can sign in and approve changes now.');
  return (
    <RichText
      message="It can sign in now, and approve changes from {time}."
      values={{ time: <Time at={trustedFrom.toISOString()} form="upcoming" /> }}
    />
  );
}

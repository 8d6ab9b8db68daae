import type { ReactNode } from 'react';
import { Link } from '../../ui/buttons/link';
import { EmptyState } from '@/components/ui/lists/empty-state';
import type {
  ActivationLimits,
  AuthenticatorInstance,
  ExpiredDevice,
  OtherAuthenticator,
} from '@/lib/devices/authenticator-directory';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { devicesNames } from '@/lib/shared/names/device-names';
import { KIND_WORDS } from './ability-words';
import { AssignedSince, DevicePicture, DeviceState, DeviceTimes, WorksFrom } from './device-facts';
import { fullWords } from './device-limit';
import { MayBeLostLine } from './may-be-lost';
import { RemovalLine } from './removal-state';
import { t } from '@/lib/shared/language/t';

type Device = Omit<AuthenticatorInstance, 'serialNumber'>;

/**
 * @param limits used and allowed activations of the user's licence; null when the gateway does not report them
 * @param activate what a first device begins with
 */
export function DeviceList({
  instances,
  others,
  expired,
  limits,
  activate,
}: {
  instances: readonly Device[];
  /** That are no app on a phone. */
  others: readonly OtherAuthenticator[];
  expired: readonly ExpiredDevice[];
  limits: ActivationLimits | null;
  activate: ReactNode;
}) {
  if (instances.length + others.length === 0) {
    return (
      <EmptyState
        title={expired.length > 0 ? t('No working device') : t('No device yet')}
        picture={<DevicePicture className="h-20 w-18" />}
        action={activate}
      >
        {t('Set up the authenticator app on your phone to confirm it’s you when you sign in.')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t(devicesNames.devices)} className="grid gap-facts">
      <ul className="grid gap-4 lg:grid-cols-2 lg:gap-6">
        {instances.map((device) => (
          <DeviceCard key={device.instanceId} device={device} isOneOfKinds={others.length > 0} />
        ))}
        {others.map((other) => (
          <DeviceCard key={other.instanceId} device={other} kind={other.kind} isOneOfKinds />
        ))}
      </ul>
      {limits && limits.limit > 0 && instances.length > 0 && (
        <p className="text-sm text-ink-soft">
          {hasRoomFor(limits)
            ? t('You’re using {used} of {limit} devices.', { used: limits.used, limit: limits.limit })
            : fullWords(limits)}
        </p>
      )}
    </section>
  );
}

/**
 * One device; the whole card leads to its page.
 * @param kind left out for an app on a phone
 * @param isOneOfKinds whether the list has several, so that each says its own
 */
function DeviceCard({
  device,
  kind,
  isOneOfKinds,
}: {
  device: Device | OtherAuthenticator;
  kind?: OtherAuthenticator['kind'];
  isOneOfKinds: boolean;
}) {
  return (
    <li className="relative flex items-start gap-5 rounded-card border border-line bg-surface p-5 shadow-card transition duration-150 hover:border-accent sm:gap-6 sm:p-6">
      <DevicePicture name={device.name} {...(kind && { kind })} className="h-16 w-14 shrink-0" />
      <div className="grid min-w-0 grow gap-facts">
        <div className="grid gap-fact">
          <h2 className="text-xl font-semibold wrap-anywhere">
            <Link
              href={`/authenticators/${encodeURIComponent(device.instanceId)}`}
              className="underline-offset-4 after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              {device.name}
            </Link>
          </h2>
          {isOneOfKinds && <p className="text-ink-soft">{t(KIND_WORDS[kind ?? 'phone'])}</p>}
          <DeviceState state={device.state} />
        </div>
        {'kind' in device ? (
          <AssignedSince {...device} />
        ) : (
          <div>
            <WorksFrom {...device} />
            {device.removal && <RemovalLine removal={device.removal} />}
            <DeviceTimes {...device} />
            {device.state === 'active' && <MayBeLostLine keeping={device.keeping} />}
          </div>
        )}
      </div>
    </li>
  );
}

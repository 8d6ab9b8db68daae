import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { ActivationLimits } from '@/lib/devices/authenticator-instance';
import { DeviceCard, type Device } from './device-card';
import { DevicePicture } from './device-picture';

/** @param limits activations of the person's licence, told before they run out; null when the gateway does not tell */
export function DeviceList({ instances, limits }: { instances: readonly Device[]; limits: ActivationLimits | null }) {
  if (instances.length === 0) {
    return (
      <EmptyState
        title="No device yet"
        picture={<DevicePicture className="h-20 w-14" />}
        action={<LinkButton href="/activations/new">Activate a device</LinkButton>}
      >
        Activate the authenticator app on your phone, and the phone can prove that it is you who signs in.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Devices" className="grid gap-4">
      <ul className="grid gap-4 lg:grid-cols-2">
        {instances.map((device) => (
          <DeviceCard key={device.instanceId} device={device} />
        ))}
      </ul>
      {limits && limits.limit > 0 && (
        <p className="text-sm text-ink-soft">
          {limits.used} of {limits.limit} activations of your licence are in use.
        </p>
      )}
    </section>
  );
}

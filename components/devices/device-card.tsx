import Link from 'next/link';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-instance';
import { DevicePicture } from './device-picture';
import { DeviceState } from './device-state';
import { DeviceTimes } from './device-times';

export type Device = Omit<AuthenticatorInstance, 'serialNumber'>;

/** One device; the whole card leads to its page. */
export function DeviceCard({ device }: { device: Device }) {
  return (
    <li className="relative flex gap-5 rounded-card border border-line bg-surface p-5 transition-colors duration-150 hover:border-accent sm:p-6">
      <DevicePicture className="h-14 w-10 shrink-0" />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 text-lg font-semibold wrap-anywhere">
            <Link
              href={`/authenticators/${encodeURIComponent(device.instanceId)}`}
              className="underline-offset-4 after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              {device.name}
            </Link>
          </h2>
          <DeviceState state={device.state} />
        </div>
        {device.name !== device.instanceId && <p className="font-mono text-ink-soft">{device.instanceId}</p>}
        <div className="mt-2">
          <DeviceTimes {...device} />
        </div>
      </div>
    </li>
  );
}

import { DeviceState } from '@/components/authenticators/device-state';
import { DeviceTimes } from '@/components/authenticators/device-times';
import { Notice } from '@/components/ui/notice';
import type { HelpdeskUser } from '@/lib/helpdesk/read-user';
import { DeviceActions } from './device-actions';

/** A person's devices, for staff. @param may what the reader may do to them */
export function UserDevices({
  user,
  devices,
  removals,
  may,
}: Pick<HelpdeskUser, 'user' | 'devices' | 'removals'> & { may: { lock: boolean; remove: boolean } }) {
  if (!devices) {
    return (
      <Notice tone="warning" title="Devices cannot be shown right now">
        The activation service does not answer. Load this page again in a minute.
      </Notice>
    );
  }
  const { instances, limits } = devices;
  const isAsked = (instanceId: string) =>
    removals.some((removal) => removal.instanceId === instanceId && removal.state === 'awaiting-approval');
  return (
    <div className="grid gap-4">
      {instances.length === 0 && <p className="text-ink-soft">No device is active.</p>}
      {instances.length > 0 && (
        <ul aria-label="Devices" className="grid gap-4">
          {instances.map(({ instanceId, name, state, ...device }) => (
            <li key={instanceId} className="grid gap-4 rounded-card border border-line bg-surface p-5">
              <div>
                <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                  <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">{name}</h3>
                  <DeviceState state={state} />
                </div>
                <p className="font-mono text-ink-soft">{instanceId}</p>
                <div className="mt-1">
                  <DeviceTimes {...device} />
                </div>
                {isAsked(instanceId) && (
                  <p className="mt-1 text-sm font-semibold text-warning">Its removal waits for a second person.</p>
                )}
              </div>
              <DeviceActions
                userId={user.userId}
                instanceId={instanceId}
                may={{ lock: may.lock && state === 'active', remove: may.remove }}
              />
            </li>
          ))}
        </ul>
      )}
      {limits && (
        <p className="text-sm text-ink-soft">
          {limits.used} of {limits.limit} activations of the licence are in use.
        </p>
      )}
    </div>
  );
}

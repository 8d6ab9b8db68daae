import { STAFF_HOLD_WORDS } from '@/components/devices/hold-words';
import { offWords } from '@/components/helpdesk/people/off-words';
import { DeviceTimes, DeviceState } from '@/components/devices/device-facts';
import { Notice } from '@/components/ui/notice';
import type { HelpdeskUser } from '@/lib/helpdesk/read-user';
import { DeviceActions } from './device-actions';

/** A user's devices, for staff. @param may what the signed-in agent may do to them */
export function UserDevices({
  user,
  devices,
  removals,
  capabilities,
  may,
}: Pick<HelpdeskUser, 'user' | 'devices' | 'removals' | 'capabilities'> & { may: { lock: boolean; remove: boolean } }) {
  if (!devices) {
    return (
      <Notice tone="warning" title="Devices cannot be shown right now">
        The activation service does not answer. Load this page again in a minute.
      </Notice>
    );
  }
  const { instances } = devices;
  const isAsked = (instanceId: string) =>
    removals.some((removal) => removal.instanceId === instanceId && removal.state === 'awaiting-approval');
  return (
    <div className="grid gap-4">
      {instances.length === 0 && <p className="text-ink-soft">No device is active.</p>}
      {instances.length > 0 && (
        <ul aria-label="Devices" className="grid gap-4">
          {instances.map(({ instanceId, name, state, causes, ...device }) => (
            <li key={instanceId} className="grid gap-4 rounded-card border border-line bg-surface p-5">
              <div>
                <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                  <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">{name}</h3>
                  <DeviceState state={state} />
                </div>
                {name !== instanceId && <p className="font-mono text-ink-soft">{instanceId}</p>}
                <div className="mt-1">
                  <DeviceTimes {...device} />
                </div>
                {causes.length > 0 && (
                  <p className="mt-1 text-sm">{causes.map((cause) => STAFF_HOLD_WORDS[cause]).join(' ')}</p>
                )}
                {isAsked(instanceId) && (
                  <p className="mt-1 text-sm font-semibold text-warning">Its removal waits for a second person.</p>
                )}
              </div>
              <DeviceActions
                userId={user.userId}
                instanceId={instanceId}
                may={{
                  lock: may.lock && state === 'active' && capabilities.lock === true,
                  remove: may.remove && capabilities.remove === true,
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {instances.length > 0 && (
        <ul aria-label="Not possible here" className="grid gap-1 text-sm text-ink-soft empty:hidden">
          {offWords(capabilities).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

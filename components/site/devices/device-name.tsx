import type { NamedDevice } from '@/lib/audit/device-facts';
import { t } from '@/lib/shared/language/t';

/** What a device is called. Its serial number is for the tooltip alone, unless it has no name. */
export function DeviceName({ device: { instanceId, deviceName } }: { device: NamedDevice }) {
  return deviceName === undefined ? (
    t('device {serial}', { serial: instanceId })
  ) : (
    <span title={instanceId}>{deviceName}</span>
  );
}

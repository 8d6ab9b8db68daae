import type { AuditEvent } from '@/lib/audit/audit-event';
import type { ReplacementFact } from '@/lib/audit/facts/device-facts';
import { t } from '@/lib/language/t';
import type { Voice } from './voice';

type OwnDevice = Extract<
  AuditEvent,
  { type: 'authenticator-locked' | 'authenticator-unlocked' | 'authenticator-removed' | 'authenticator-renamed' }
>;

/** What a user did with a device. */
export function ownDeviceText(event: OwnDevice, voice: Voice): string {
  const { isOwner } = voice;
  const device = voice.device(event.instanceId);
  switch (event.type) {
    case 'authenticator-renamed': {
      const { name } = event;
      return isOwner
        ? t('You renamed {device} to “{name}”', { device, name })
        : t('Renamed {device} to “{name}”', { device, name });
    }
    case 'authenticator-locked':
      return isOwner ? t('You locked {device}', { device }) : t('Locked {device}', { device });
    case 'authenticator-unlocked':
      return isOwner ? t('You unlocked {device}', { device }) : t('Unlocked {device}', { device });
    case 'authenticator-removed':
      return isOwner ? t('You removed {device}', { device }) : t('Removed {device}', { device });
  }
}

/** What a user did to replace a device. */
export function replacementText(event: ReplacementFact, { isOwner, ...named }: Voice): string {
  const device = named.device(event.instanceId);
  const Device = named.Device(event.instanceId);
  switch (event.type) {
    case 'replacement-started':
      return isOwner ? t('You started replacing {device}', { device }) : t('Started replacing {device}', { device });
    case 'replacement-cancelled':
      return t('Replacement of {device} cancelled', { device });
    case 'device-retired':
      return t('{newDevice} replaced {device}', { newDevice: named.Device(event.newInstanceId), device });
    case 'replacement-undone':
      return isOwner ? t('You brought {device} back', { device }) : t('Brought {device} back', { device });
    case 'replacement-finished':
      return t('{device} was removed, a day after it was replaced', { device: Device });
    case 'replacement-stopped':
      return t('{device} is kept: its replacement was reported', { device: Device });
  }
}

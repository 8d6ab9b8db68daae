import type { OldDevice } from '@/lib/helpdesk/invitations/old-device';
import { t, type Message } from '@/lib/shared/language/t';

const STATES = {
  'in-use': 'works until the new one does',
  'lock-due': 'is being locked',
  locked: 'locked',
  released: 'works again, the lock was undone',
  'removal-due': 'is being removed',
  removed: 'removed',
} as const satisfies Record<OldDevice['state'], Message>;

/** What has become of the device that an invitation is about. */
export function oldDeviceWords({ state, fate }: OldDevice): string {
  return state === 'in-use' && fate === 'remove' ? t('will be removed once approved') : t(STATES[state]);
}

import type { OldDevice } from '@/lib/helpdesk/reissue/old-device';

const STATES: Record<OldDevice['state'], string> = {
  'in-use': 'works until the new one does',
  'lock-due': 'is being locked',
  locked: 'locked',
  released: 'works again, the lock was undone',
  'removal-due': 'is being removed',
  removed: 'removed',
};

/** What has become of the device that an invitation is about. */
export function oldDeviceWords({ state, fate }: OldDevice): string {
  return state === 'in-use' && fate === 'remove' ? 'will be removed once approved' : STATES[state];
}

import type { OldDeviceFate } from './reissue';
import type { ReissueReason } from './reissue-reason';

/**
 * The device that a new one is to replace, and how far that has come. What is `due` is done at the gateway right after
 * it was decided, and again and again until the gateway has answered.
 */
export type OldDevice = {
  readonly instanceId: string;
  readonly fate: OldDeviceFate;
  readonly state: 'in-use' | 'lock-due' | 'locked' | 'removal-due' | 'removed';
};

/** As it is asked for. A stolen one is locked at once, whatever else is to happen to it. */
export function askedFor(instanceId: string, fate: OldDeviceFate, reason: ReissueReason): OldDevice {
  const isLockedNow = fate === 'lock' || reason === 'stolen';
  return { instanceId, fate, state: isLockedNow ? 'lock-due' : 'in-use' };
}

/** A second person has agreed. */
export function onceApproved(device: OldDevice | null): OldDevice | null {
  return device?.fate === 'remove' ? { ...device, state: 'removal-due' } : device;
}

/** The new device works. */
export function onceReplaced(device: OldDevice | null): OldDevice | null {
  return device?.state === 'in-use' ? { ...device, state: 'lock-due' } : device;
}

/** What is to be done at the gateway; null when nothing is. */
export function dueAct({ state }: OldDevice): 'lock' | 'remove' | null {
  switch (state) {
    case 'lock-due':
      return 'lock';
    case 'removal-due':
      return 'remove';
    case 'in-use':
    case 'locked':
    case 'removed':
      return null;
  }
}

/** The gateway has done it. */
export function settled(device: OldDevice): OldDevice {
  switch (device.state) {
    case 'lock-due':
      return { ...device, state: 'locked' };
    case 'removal-due':
      return { ...device, state: 'removed' };
    case 'in-use':
    case 'locked':
    case 'removed':
      return device;
  }
}

import type { ReissueReason } from '../caller-check/reissue-reason';
import type { ActivationLimits } from '../../devices/authenticator-directory';
import { hasRoomFor } from '../../devices/read-limits';
import type { OldDeviceFate } from './reissue';

/**
 * The device that a new one replaces. What is due is tried at the gateway at once, then by each round until done.
 * `released` once its agent has undone a lock that was a mistake: nothing more happens to it.
 */
export type OldDevice = {
  readonly instanceId: string;
  readonly fate: OldDeviceFate;
  readonly state: 'in-use' | 'lock-due' | 'locked' | 'released' | 'removal-due' | 'removed';
};

/** As requested. A stolen device is locked at once, whatever its fate. */
export function askedFor(instanceId: string, fate: OldDeviceFate, reason: ReissueReason): OldDevice {
  const isLockedNow = fate === 'lock' || reason === 'stolen';
  return { instanceId, fate, state: isLockedNow ? 'lock-due' : 'in-use' };
}

/**
 * Whether the limit leaves room for the new device; true if the limit is not known. A locked device counts too, so that
 * only a removal makes room.
 * @param old what happens to the old device; null for none
 * @param canLock whether the gateway locks devices; if not, one that has to stop is removed
 */
export function leavesRoom(
  limits: ActivationLimits | null,
  old: { fate: string; reason: ReissueReason | null } | null,
  canLock: boolean,
): boolean {
  const isRemoved = old?.fate === 'remove' || (!canLock && (old?.fate === 'lock' || old?.reason === 'stolen'));
  return hasRoomFor(limits && { ...limits, used: limits.used - (isRemoved ? 1 : 0) });
}

export function onceApproved(device: OldDevice | null): OldDevice | null {
  return device?.fate === 'remove' && device.state !== 'released' ? { ...device, state: 'removal-due' } : device;
}

export function onceReplaced(device: OldDevice | null): OldDevice | null {
  return device?.state === 'in-use' ? { ...device, state: 'lock-due' } : device;
}

/** What is due at the gateway; null for nothing. */
export function dueAct({ state }: OldDevice): 'lock' | 'remove' | null {
  switch (state) {
    case 'lock-due':
      return 'lock';
    case 'removal-due':
      return 'remove';
    case 'in-use':
    case 'locked':
    case 'released':
    case 'removed':
      return null;
  }
}

/** After the gateway has done what was due. */
export function settled(device: OldDevice): OldDevice {
  switch (device.state) {
    case 'lock-due':
      return { ...device, state: 'locked' };
    case 'removal-due':
      return { ...device, state: 'removed' };
    case 'in-use':
    case 'locked':
    case 'released':
    case 'removed':
      return device;
  }
}

/** After its lock was undone. */
export function release(device: OldDevice): OldDevice {
  return device.state === 'locked' ? { ...device, state: 'released' } : device;
}

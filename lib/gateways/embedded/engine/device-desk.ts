import type { CopyMessage } from '../../../wire/crypto/messages/copy-message';
import type { DeviceDescription } from '../../../shared/device-description';
import type { PushSubscriptionKeys } from '../../../shared/push-hosts';
import { refuse, type Result } from '../../../shared/result';

/** A device that has proved its key, and its owner. */
export type AskingDevice = { instanceId: string; userId: string; domain: string };

/** PORT: what the website answers a device, and does for it. Refuses with `paused` what is asked too often. */
export interface DeviceDesk {
  /** A locked device is told at most that the account is frozen. */
  describe(device: AskingDevice & { isActive: boolean }): Promise<Result<DeviceDescription, 'not-found' | 'paused'>>;
  /**
   * Freezes everything of the device's owner. The same press again has the same outcome while that freeze stands.
   * @param press 32 hexadecimal digits that name the press
   */
  freeze(device: AskingDevice & { isActive: boolean }, press: string): Promise<Result<null, 'not-found' | 'paused'>>;
  /** Keeps where the device is reached while its app is closed; null: no more. */
  reach(
    device: AskingDevice,
    subscription: PushSubscriptionKeys | null,
    call: CallName,
  ): Promise<Result<null, 'not-found' | 'paused'>>;
  /** Sends the device a test notification. @returns what came of it, in a word for the phone */
  testNotification(device: AskingDevice): Promise<Result<string, 'not-found' | 'paused'>>;
  /** A challenge in base64url for the passkey of a copy; refused where copies are not offered. */
  copyChallenge(): Promise<Result<string, 'not-found'>>;
  keepCopy(device: AskingDevice, left: CopyMessage, call: CallName): Promise<Result<null, 'not-found' | 'paused'>>;
  /**
   * Hands a copy out, once, or counts a wrong PIN.
   * @property answer of the copy's passkey
   * @property proves whether the caller has the PIN, by the verifier of the copy
   */
  bringBack(
    sent: CallName & { answer: string; proves: (verifier: string) => Promise<boolean> },
  ): Promise<Result<BroughtBack, 'not-found' | 'paused'>>;
  eraseCopy(erased: { instanceId: string; token: string }, call: CallName): Promise<Result<null, 'not-found'>>;
}

/** @property call a hash that names what was sent @property address of the caller; null if it is not known */
export type CallName = { call: string; address: string | null };

/** @property mayTryAt when the next PIN may be tried */
export type BroughtBack =
  | { outcome: 'returned'; instanceId: string; copy: string }
  | { outcome: 'wrong-pin' | 'too-early'; triesLeft: number; mayTryAt: Date }
  | { outcome: 'erased' };

/** Of a gateway without a website. */
export const NO_DESK: DeviceDesk = {
  describe: () => Promise.resolve(refuse('not-found')),
  freeze: () => Promise.resolve(refuse('not-found')),
  reach: () => Promise.resolve(refuse('not-found')),
  testNotification: () => Promise.resolve(refuse('not-found')),
  copyChallenge: () => Promise.resolve(refuse('not-found')),
  keepCopy: () => Promise.resolve(refuse('not-found')),
  bringBack: () => Promise.resolve(refuse('not-found')),
  eraseCopy: () => Promise.resolve(refuse('not-found')),
};

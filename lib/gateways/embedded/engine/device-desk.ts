import { refuse, type Result } from '../../../shared/result';

/** A device that has proved its key, and its owner. */
export type AskingDevice = { instanceId: string; userId: string; domain: string };

/** PORT: what the website answers a device, and does for it. Refuses with `paused` what is asked too often. */
export interface DeviceDesk {
  /**
   * A locked device is told at most that the account is frozen.
   * @property trustedFrom end of its probation; null once it is trusted
   */
  describe(
    device: AskingDevice & { isActive: boolean },
  ): Promise<
    Result<
      | { isFrozen: false; organisation: string; person: string; device: string; trustedFrom: Date | null }
      | { isFrozen: true },
      'not-found' | 'paused'
    >
  >;
  /**
   * Freezes everything of the device's owner. The same press again has the same outcome while that freeze stands.
   * @param press 32 hexadecimal digits that name the press
   */
  freeze(device: AskingDevice & { isActive: boolean }, press: string): Promise<Result<null, 'not-found' | 'paused'>>;
  /** Sends the device a test notification. @returns what came of it, in a word for the phone */
  testNotification(device: AskingDevice): Promise<Result<string, 'not-found' | 'paused'>>;
}

/** Of a gateway without a website. */
export const NO_DESK: DeviceDesk = {
  describe: () => Promise.resolve(refuse('not-found')),
  freeze: () => Promise.resolve(refuse('not-found')),
  testNotification: () => Promise.resolve(refuse('not-found')),
};

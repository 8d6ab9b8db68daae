/** What a device is told about itself, as the website names it now. */
export type DeviceDescription =
  | {
      isFrozen: false;
      organisation: string;
      person: string;
      device: string;
      /** End of its probation; null once it is trusted. */
      trustedFrom: Date | null;
      /** Whether the gateway keeps a copy of its key. */
      hasCopy: boolean;
    }
  /** Its user froze the account: nothing else locks it. */
  | { isFrozen: true };

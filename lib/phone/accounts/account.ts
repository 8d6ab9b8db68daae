import type { Bytes } from '../../shared/bytes';
import type { SealedOnDevice } from '../keys/sealed-on-device';

/** How a fingerprint or face opens an account. */
export type Biometrics = {
  /** The WebAuthn credential's identifier. */
  credentialId: Bytes;
  /**
   * `unlocks`: the check itself gives the key under which the instance key lies (WebAuthn's PRF extension).
   * `gates`: the device can only say yes or no, so the instance key lies under the device's key alone.
   */
  kind: 'unlocks' | 'gates';
  sealedKey: SealedOnDevice;
};

type Common = {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  userId: string;
  domain: string;
  /** What the person calls it, 1 to 64 characters. */
  name: string;
  /** ISO 8601, by the phone's clock. */
  activatedAt: string;
};

/** An activated instance in the phone's store. */
export type UsableAccount = Common & {
  state: 'usable';
  pinMinimumLength: number;
  pinMaximumLength: number;
  notifications: 'on' | 'off' | 'not-offered';
  /** Wrong PINs that are left, 0 to 5. */
  triesLeft: number;
  /** The instance key under the PIN, and that under the device's key. */
  pinSealedKey: SealedOnDevice;
  biometrics: Biometrics | null;
};

/** What is left of an account after too many wrong PINs: enough to say so. */
export type WipedAccount = Common & { state: 'wiped' };

export type Account = UsableAccount | WipedAccount;

export const PIN_TRIES = 5;
export const ACCOUNT_NAME_LENGTH = 64;

/** An account whose owner the gateway has still to name. */
export type SealedAccount = Omit<UsableAccount, 'userId' | 'domain' | 'name'>;

import type { DeviceDetails } from '../../wire/crypto/messages/device-details-message';
import type { Bytes } from '../../shared/bytes';
import type { Keeping } from '../../shared/keeping';
import type { SealedOnDevice } from '../keys/sealed-on-device';

export type Biometrics = {
  /** The WebAuthn credential's identifier. */
  credentialId: Bytes;
  /**
   * `unlocks`: the check yields the key that decrypts the instance key (WebAuthn's PRF extension).
   * `gates`: the check only passes or fails, so the instance key is encrypted under the device key alone.
   */
  kind: 'unlocks' | 'gates';
  sealedKey: SealedOnDevice;
};

/** @property keptAt ISO 8601, by the phone's clock @property eraseToken erases the copy, in hexadecimal */
export type KeptAtGateway = { keptAt: string; eraseToken: string };

type Common = {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  userId: string;
  domain: string;
  /** Chosen by the user, 1 to 64 characters. */
  name: string;
  /** ISO 8601, by the phone's clock. */
  activatedAt: string;
};

export type UsableAccount = Common & {
  state: 'usable';
  pinMinimumLength: number;
  pinMaximumLength: number;
  /** As the website named them last; absent before it was asked, and at gateways that are not Tessera's. */
  details?: DeviceDetails;
  /** As the website said last, whose answer is needed to be free again. */
  isFrozen?: boolean;
  notifications: 'on' | 'off' | 'not-offered';
  /** Wrong PINs left before the account is wiped, 0 to 5. */
  triesLeft: number;
  /** When the next PIN may be tried, in milliseconds since 1970; absent before the first wrong one. */
  mayTryAt?: number;
  /** The instance key encrypted under the PIN, then under the device key. */
  pinSealedKey: SealedOnDevice;
  biometrics: Biometrics | null;
  /** How this browser keeps it, when it was last looked. */
  keeping?: Keeping;
  /** The same, as the gateway has it; absent before it has answered, and at gateways that are not Tessera's. */
  reportedKeeping?: Keeping;
  /** When the site was last asked to remember it by this browser's cookie, in milliseconds since 1970. */
  markedAt?: number;
  /** Whether the website reaches it while the app is closed, as it was told last; absent before. */
  isReached?: boolean;
  /** Left at the gateway; absent where there is none. */
  copy?: KeptAtGateway;
};

/** What remains after too many wrong PINs: enough to tell the user, and to erase the copy as well. */
export type WipedAccount = Common & { state: 'wiped'; copy?: KeptAtGateway };

export type Account = UsableAccount | WipedAccount;

export const ACCOUNT_NAME_LENGTH = 64;

/** An account before connection 4, whose answer names its owner. */
export type SealedAccount = Omit<UsableAccount, 'userId' | 'domain' | 'name'>;

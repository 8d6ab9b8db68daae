import type { UserKey } from '../../shared/identifiers/user-key';
import type { PushSubscriptionKeys } from '../../shared/push-hosts';

/** A device that a push service reaches. */
export type ReachedDevice = { instanceId: string; host: string };

/** PORT: how devices are reached while their app is closed. */
export interface PushSubscriptions {
  /**
   * The usable devices of a user that are reached, one for each browser. None while the account is disabled.
   * @param except a device whose browser is left out
   */
  listReached(user: UserKey, except?: string | null): Promise<ReachedDevice[]>;
  /** Whatever state their devices are in, but removed. */
  listAll(user: UserKey): Promise<ReachedDevice[]>;
  /** Null if the device is not reached. */
  find(instanceId: string): Promise<PushSubscriptionKeys | null>;
}

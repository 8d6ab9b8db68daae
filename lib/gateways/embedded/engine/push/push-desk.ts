import type { PushSubscriptionKeys } from '../../../../shared/push-hosts';
import type { InstanceName } from '../device-instance';

/** PORT: how devices are reached while their app is closed. */
export interface PushDesk {
  /** That browsers subscribe with (RFC 8292): 65 bytes in base64url. */
  applicationServerKey(): Promise<string>;
  /** Whether an endpoint is one of a push service that this installation calls. */
  offers(endpoint: string): boolean;
  /** In the place of the device's other one. Does nothing if the device is removed. */
  subscribe(device: InstanceName, subscription: PushSubscriptionKeys, at: Date): Promise<void>;
  /** Does nothing if there is none. */
  unsubscribe(device: InstanceName): Promise<void>;
}

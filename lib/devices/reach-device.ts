import { perObject } from '../accounts/sign-in/limits';
import { auditContext, noRequest, systemContext } from '../audit/audit-context';
import type { AuditEvent } from '../audit/audit-event';
import type { UserKey } from '../shared/identifiers/user-key';
import type { PushSubscriptionKeys } from '../shared/push-hosts';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';

/** PORT: where devices are reached while their app is closed. Events are recorded where that changes, and not otherwise. */
export interface ReachStore {
  isReachedAt(instanceId: string, endpoint: string): Promise<boolean>;
  /** In the place of the device's other one. Does nothing if the device is removed. */
  subscribe(instanceId: string, subscription: PushSubscriptionKeys, at: Date, event: AuditEvent): Promise<void>;
  /** Does nothing if there is none. */
  unsubscribe(instanceId: string, event: AuditEvent): Promise<void>;
  /** For all devices of a browser. */
  end(endpoint: string, eventOf: (device: ReachingDevice) => AuditEvent): Promise<void>;
}

export type ReachingDevice = UserKey & { instanceId: string };

export type ReachPorts = Pick<AuthenticatorPorts, 'rateLimiter' | 'clock'> & { subscriptions: ReachStore };

/**
 * Keeps where a device that has proved its key is reached, or that it is reached no more. Ending it is never refused. Apps say
 * the same again at each start, which counts towards no limit.
 * @param subscription null to be reached no more
 * @param sent `call` names what the device sent; `address` of who sent it, null if it is not known
 */
export async function reachDevice(
  { subscriptions, rateLimiter, clock }: ReachPorts,
  device: ReachingDevice,
  subscription: PushSubscriptionKeys | null,
  { call, address }: { call: string; address: string | null },
): Promise<Result<null, 'paused'>> {
  const { instanceId } = device;
  const context = auditContext({ kind: 'phone' }, device, { ...noRequest(call), address });
  if (subscription === null) {
    const event = { type: 'notifications-turned-off', instanceId, cause: 'phone', ...context } as const;
    await subscriptions.unsubscribe(instanceId, event);
    return accept(null);
  }
  const isChange = !(await subscriptions.isReachedAt(instanceId, subscription.endpoint));
  if (isChange && (await rateLimiter.take([perObject('push-subscription', instanceId)]))) return refuse('paused');
  const event = { type: 'notifications-turned-on', instanceId, ...context } as const;
  await subscriptions.subscribe(instanceId, subscription, clock.now(), event);
  return accept(null);
}

/** The push service has ended how a browser is reached. */
export async function endReach(subscriptions: ReachStore, endpoint: string): Promise<void> {
  const correlationId = crypto.randomUUID();
  await subscriptions.end(endpoint, (device) => ({
    type: 'notifications-turned-off',
    instanceId: device.instanceId,
    cause: 'push-service',
    ...systemContext(device, correlationId),
  }));
}

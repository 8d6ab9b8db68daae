import type { User } from '../../accounts/users/user';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Carrier } from '../carrier';
import type { AlertDelivery } from '../delivery';
import type { MessageId, NewPush } from '../new-message';
import type { PushContent } from './phone-alert';
import type { PushSubscriptions, ReachedDevice } from './push-subscriptions';
import { sha256OfText } from '../../shared/bytes';

/** What an alert needs to become push messages. */
export type AlertPorts = {
  findUser(user: UserKey): Promise<User | null>;
  subscriptions: Pick<PushSubscriptions, 'listReached' | 'listAll'>;
  /** Which of these messages were tried at least once. */
  listTried(ids: readonly MessageId[]): Promise<MessageId[]>;
  /** Appends them to the outbox, all or none. One whose identifier is there already is not appended again. */
  append(pushes: NewPush[]): Promise<void>;
};

/**
 * "Delivers" an alert by writing a push message for each device. Their identifiers come from request and device, so that a
 * process that dies in between tells nobody twice.
 */
export class AlertCarrier implements Carrier<AlertDelivery> {
  readonly #ports: AlertPorts;

  constructor(ports: AlertPorts) {
    this.#ports = ports;
  }

  async deliver({ user: key, except, alert, expiresAt }: AlertDelivery): Promise<void> {
    const { subscriptions } = this.#ports;
    // A freeze locks the devices that have to be told of it.
    const reached =
      alert.kind === 'push-frozen' ? await subscriptions.listAll(key) : await subscriptions.listReached(key, except);
    const devices = alert.kind === 'push-ended' ? await this.#alerted(reached, alert) : reached;
    const user = devices.length > 0 ? await this.#ports.findUser(key) : null;
    if (!user) return;
    const pushes = devices.map(async ({ instanceId, host: to }) => {
      const id = await this.#idOf(alert.kind, alert, instanceId);
      return {
        channel: 'push' as const,
        id,
        to,
        domain: user.domain,
        instanceId,
        language: user.language,
        push: alert,
        expiresAt,
      };
    });
    await this.#ports.append(await Promise.all(pushes));
  }

  /** Those that were told of the request, so that nobody is told that what they never heard of has ended. */
  async #alerted(reached: ReachedDevice[], alert: PushContent): Promise<ReachedDevice[]> {
    const ids = await Promise.all(
      reached.map(({ instanceId }) =>
        Promise.all([this.#idOf('push-sign-in', alert, instanceId), this.#idOf('push-request', alert, instanceId)]),
      ),
    );
    const tried = new Set(await this.#ports.listTried(ids.flat()));
    return reached.filter((_, index) => ids[index]?.some((id) => tried.has(id)));
  }

  async #idOf(kind: PushContent['kind'], { id }: PushContent, instanceId: string): Promise<MessageId> {
    const hash = await sha256OfText(`${kind} ${id} ${instanceId}`);
    return `msg-${hash.slice(0, 32)}` as MessageId;
  }
}

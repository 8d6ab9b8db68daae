import type { UserDirectory } from '../../accounts/users/user-directory';
import type { Config } from '../../config/config';
import type { AppendMessages } from '../../database/side-effects/append-messages';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { PrismaPushSubscriptions } from '../../database/tables/gateways/prisma-push-subscriptions';
import type { PrismaOutbox } from '../../database/tables/messaging/prisma-outbox';
import { PrismaPushKeyStore } from '../../database/tables/messaging/prisma-push-key-store';
import type { PushDesk } from '../../gateways/embedded/engine/push/push-desk';
import { endReach } from '../../devices/reach-device';
import type { NotificationTrial } from '../../devices/test-notification';
import { DeliveryError } from '../../messaging/delivery-error';
import type { Carriers } from '../../messaging/carrier';
import { AlertCarrier } from '../../messaging/phone-alerts/alert-carrier';
import { PushKey } from '../../messaging/push/opened-push-key';
import { PushCarrier } from '../../messaging/push/push-carrier';
import { readPushEndpoint } from '../../shared/push-hosts';
import type { Clock } from '../../shared/time/clock';
import { MINUTE } from '../../shared/time/duration';
import { systemRandom } from '../../shared/random';
import type { Installation } from './installation';

/** How devices are reached while their app is closed. */
export type PhoneAlerts = {
  desk: PushDesk;
  subscriptions: PrismaPushSubscriptions;
  carriers: (ports: {
    append: AppendMessages;
    outbox: PrismaOutbox;
    users: UserDirectory;
    isWaiting: (id: string) => Promise<boolean>;
  }) => Pick<Carriers, 'alert'> & { push: PushCarrier };
};

/** Phones of the embedded gateway alone are Tessera's. */
export function alertsPhones({ gateway, pushHosts }: Pick<Config, 'gateway' | 'pushHosts'>): boolean {
  return gateway.kind === 'embedded' && pushHosts.length > 0;
}

/** @returns null where no phones are alerted */
export function openPhoneAlerts(
  { config, database, keyRing, clock }: Installation,
  persist: PersistSideEffects,
): PhoneAlerts | null {
  if (!alertsPhones(config)) return null;
  const { pushHosts: hosts, publicUrl } = config;
  const subscriptions = new PrismaPushSubscriptions(database.client, keyRing, persist);
  const key = new PushKey({ store: new PrismaPushKeyStore(database.client), encrypter: keyRing, clock });
  return {
    subscriptions,
    desk: {
      applicationServerKey: () => key.publicKey(),
      offers: (endpoint) => readPushEndpoint(endpoint, hosts) !== null,
    },
    carriers: ({ append, outbox, users, isWaiting }) => ({
      alert: new AlertCarrier({
        findUser: ({ userId, domain }) => users.find(userId, domain),
        subscriptions,
        listTried: (ids) => outbox.listTried(ids),
        append: (pushes) => database.client.$transaction((transaction) => append(transaction, pushes, clock.now())),
      }),
      push: new PushCarrier(
        {
          subscriptions: {
            find: (instanceId) => subscriptions.find(instanceId),
            end: (endpoint) => endReach(subscriptions, endpoint),
          },
          key,
          isWaiting,
          clock,
          random: systemRandom,
        },
        { hosts, publicUrl, subject: senderOf(config) },
      ),
    }),
  };
}

/** How long a test is kept for a phone that is switched off: whoever waits for it looks at the phone. */
const TEST_MS = 5 * MINUTE;

export function trialBy(carrier: PushCarrier, clock: Clock): NotificationTrial {
  return async (instanceId, language) => {
    const until = new Date(clock.now().getTime() + TEST_MS);
    const { signal } = new AbortController();
    try {
      return await carrier.send(instanceId, { kind: 'push-test', id: 'test' }, language, until, signal);
    } catch (error) {
      if (error instanceof DeliveryError) return 'failed';
      throw error;
    }
  };
}

/** RFC 8292 §2.1 takes `mailto:` and `https:`; Apple's service refuses a sender that is neither. */
function senderOf({ securityContact, publicUrl, mail }: Config): string {
  const contact = securityContact.find((address) => /^(?:mailto|https):/.test(address));
  return contact ?? (publicUrl.startsWith('https:') ? publicUrl : `mailto:${mail.from.address}`);
}

import { pushSubscriptionContext, type InstanceName } from '../../../gateways/embedded/engine/device-instance';
import type { PushDesk } from '../../../gateways/embedded/engine/push/push-desk';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { PushSubscriptions, ReachedDevice } from '../../../messaging/phone-alerts/push-subscriptions';
import type { Encrypter } from '../../../shared/encrypter';
import { formatInstanceId, parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { PushSubscriptionKeys } from '../../../shared/push-hosts';
import { sha256Hex } from '../../secrets/sha256-hex';

type ReachedRow = InstanceName & { host: string };

export class PrismaPushSubscriptions implements PushSubscriptions, Pick<PushDesk, 'subscribe' | 'unsubscribe'> {
  readonly #client: PrismaClient;
  readonly #encrypter: Encrypter;

  constructor(client: PrismaClient, encrypter: Encrypter) {
    this.#client = client;
    this.#encrypter = encrypter;
  }

  async listReached({ userId, domain }: UserKey, except: string | null = null): Promise<ReachedDevice[]> {
    const left = except === null ? null : parseInstanceId(except);
    // A browser with several of their devices is told once, by the one of the lowest number.
    const rows = await this.#client.$queryRaw<ReachedRow[]>`
      SELECT DISTINCT ON (subscription.endpoint_hash)
        serial_number AS "serialNumber", sequence_number AS "sequenceNumber", subscription.host
      FROM push_subscription AS subscription
      JOIN gateway_instance AS instance USING (serial_number, sequence_number)
      JOIN gateway_licence AS licence USING (serial_number)
      WHERE licence.user_id = ${userId} AND licence.domain = ${domain} AND instance.state = 'active'
        AND NOT EXISTS (
          SELECT 1 FROM user_account AS account
          WHERE account.user_id = licence.user_id AND account.domain = licence.domain AND account.disabled_at IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM push_subscription AS own
          WHERE own.serial_number = ${left?.serialNumber ?? null}
            AND own.sequence_number = ${left?.sequenceNumber ?? null}::int
            AND own.endpoint_hash = subscription.endpoint_hash)
      ORDER BY subscription.endpoint_hash, sequence_number`;
    return rows.map(reachedFromRow);
  }

  async listAll({ userId, domain }: UserKey): Promise<ReachedDevice[]> {
    const rows = await this.#client.$queryRaw<ReachedRow[]>`
      SELECT serial_number AS "serialNumber", sequence_number AS "sequenceNumber", subscription.host
      FROM push_subscription AS subscription
      JOIN gateway_licence AS licence USING (serial_number)
      WHERE licence.user_id = ${userId} AND licence.domain = ${domain}
      ORDER BY sequence_number`;
    return rows.map(reachedFromRow);
  }

  async find(instanceId: string): Promise<PushSubscriptionKeys | null> {
    const name = parseInstanceId(instanceId);
    const row = name && (await this.#client.pushSubscription.findUnique({ where: whereIs(name) }));
    if (!row) return null;
    const text = await this.#encrypter.decrypt(row.encryptedSubscription, pushSubscriptionContext(instanceId));
    return JSON.parse(text) as PushSubscriptionKeys;
  }

  async end(endpoint: string): Promise<void> {
    await this.#client.pushSubscription.deleteMany({ where: { endpointHash: sha256Hex(endpoint) } });
  }

  async subscribe(name: InstanceName, subscription: PushSubscriptionKeys, subscribedAt: Date): Promise<void> {
    const { serialNumber, sequenceNumber } = name;
    const { endpoint, p256dh, auth } = subscription;
    const context = pushSubscriptionContext(formatInstanceId(serialNumber, sequenceNumber));
    const encrypted = await this.#encrypter.encrypt(JSON.stringify({ endpoint, p256dh, auth }), context);
    // The lock on the device's row is held against its removal.
    await this.#client.$executeRaw`
      WITH device AS (
        SELECT serial_number, sequence_number FROM gateway_instance
        WHERE serial_number = ${serialNumber} AND sequence_number = ${sequenceNumber} AND state <> 'removed'
        FOR SHARE
      )
      INSERT INTO push_subscription
        (serial_number, sequence_number, encrypted_subscription, endpoint_hash, host, subscribed_at)
      SELECT serial_number, sequence_number, ${encrypted}, ${sha256Hex(endpoint)}, ${new URL(endpoint).host},
        ${subscribedAt}::timestamptz
      FROM device
      ON CONFLICT (serial_number, sequence_number) DO UPDATE SET
        encrypted_subscription = EXCLUDED.encrypted_subscription, endpoint_hash = EXCLUDED.endpoint_hash,
        host = EXCLUDED.host, subscribed_at = EXCLUDED.subscribed_at`;
  }

  async unsubscribe({ serialNumber, sequenceNumber }: InstanceName): Promise<void> {
    await this.#client.pushSubscription.deleteMany({ where: { serialNumber, sequenceNumber } });
  }
}

function whereIs({ serialNumber, sequenceNumber }: InstanceName): Prisma.PushSubscriptionWhereUniqueInput {
  return { serialNumber_sequenceNumber: { serialNumber, sequenceNumber } };
}

function reachedFromRow({ serialNumber, sequenceNumber, host }: ReachedRow): ReachedDevice {
  return { instanceId: formatInstanceId(serialNumber, sequenceNumber), host };
}

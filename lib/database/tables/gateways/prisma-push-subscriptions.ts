import type { AuditEvent } from '../../../audit/audit-event';
import type { ReachingDevice, ReachStore } from '../../../devices/reach-device';
import { pushSubscriptionContext, type InstanceName } from '../../../gateways/embedded/engine/device-instance';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { PushSubscriptions, ReachedDevice } from '../../../messaging/phone-alerts/push-subscriptions';
import type { Encrypter } from '../../../shared/encrypter';
import { formatInstanceId, parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { PushSubscriptionKeys } from '../../../shared/push-hosts';
import { sha256OfText } from '../../../shared/bytes';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { reading } from '../../reading';

type ReachedRow = InstanceName & { host: string };

export class PrismaPushSubscriptions implements PushSubscriptions, ReachStore {
  readonly #client: PrismaClient;
  readonly #encrypter: Encrypter;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, encrypter: Encrypter, persist: PersistSideEffects) {
    this.#client = client;
    this.#encrypter = encrypter;
    this.#persist = persist;
  }

  async listReached({ userId, domain }: UserKey, except: string | null = null): Promise<ReachedDevice[]> {
    const left = except === null ? null : parseInstanceId(except);
    // A browser with several of their devices is told once, by the one of the lowest number.
    const rows = await reading(
      () => this.#client.$queryRaw<ReachedRow[]>`
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
      ORDER BY subscription.endpoint_hash, sequence_number`,
    );
    return rows.map(reachedFromRow);
  }

  async listAll({ userId, domain }: UserKey): Promise<ReachedDevice[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<ReachedRow[]>`
      SELECT serial_number AS "serialNumber", sequence_number AS "sequenceNumber", subscription.host
      FROM push_subscription AS subscription
      JOIN gateway_licence AS licence USING (serial_number)
      WHERE licence.user_id = ${userId} AND licence.domain = ${domain}
      ORDER BY sequence_number`,
    );
    return rows.map(reachedFromRow);
  }

  async find(instanceId: string): Promise<PushSubscriptionKeys | null> {
    const name = parseInstanceId(instanceId);
    const row = name && (await this.#client.pushSubscription.findUnique({ where: whereIs(name) }));
    if (!row) return null;
    const text = await this.#encrypter.decrypt(row.encryptedSubscription, pushSubscriptionContext(instanceId));
    return JSON.parse(text) as PushSubscriptionKeys;
  }

  async end(endpoint: string, eventOf: (device: ReachingDevice) => AuditEvent): Promise<void> {
    const hash = await sha256OfText(endpoint);
    await this.#client.$transaction(async (transaction) => {
      const ended = await transaction.$queryRaw<(InstanceName & UserKey)[]>`
        DELETE FROM push_subscription AS subscription USING gateway_licence AS licence
        WHERE licence.serial_number = subscription.serial_number AND endpoint_hash = ${hash}
        RETURNING licence.serial_number AS "serialNumber", sequence_number AS "sequenceNumber",
          licence.user_id AS "userId", licence.domain`;
      const events = ended.map(({ serialNumber, sequenceNumber, userId, domain }) =>
        eventOf({ instanceId: formatInstanceId(serialNumber, sequenceNumber), userId, domain }),
      );
      await this.#persist(transaction, { events, messages: [] });
    });
  }

  async isReachedAt(instanceId: string, endpoint: string): Promise<boolean> {
    const name = parseInstanceId(instanceId);
    const row = name && (await this.#client.pushSubscription.findUnique({ where: whereIs(name) }));
    return row?.endpointHash === (await sha256OfText(endpoint));
  }

  async subscribe(
    instanceId: string,
    { endpoint, p256dh, auth }: PushSubscriptionKeys,
    subscribedAt: Date,
    event: AuditEvent,
  ): Promise<void> {
    const name = parseInstanceId(instanceId);
    if (!name) return;
    const kept = {
      encryptedSubscription: await this.#encrypter.encrypt(
        JSON.stringify({ endpoint, p256dh, auth }),
        pushSubscriptionContext(instanceId),
      ),
      endpointHash: await sha256OfText(endpoint),
      host: new URL(endpoint).host,
      subscribedAt,
    };
    await this.#client.$transaction(async (transaction) => {
      if (!(await holdUnlessRemoved(transaction, name))) return;
      const where = whereIs(name);
      const before = await transaction.pushSubscription.findUnique({ where, select: { endpointHash: true } });
      if (before) await transaction.pushSubscription.update({ where, data: kept });
      else await transaction.pushSubscription.create({ data: { ...name, ...kept } });
      if (before?.endpointHash !== kept.endpointHash)
        await this.#persist(transaction, { events: [event], messages: [] });
    });
  }

  async unsubscribe(instanceId: string, event: AuditEvent): Promise<void> {
    const name = parseInstanceId(instanceId);
    if (!name) return;
    const { serialNumber, sequenceNumber } = name;
    await this.#client.$transaction(async (transaction) => {
      const { count } = await transaction.pushSubscription.deleteMany({ where: { serialNumber, sequenceNumber } });
      if (count > 0) await this.#persist(transaction, { events: [event], messages: [] });
    });
  }
}

/** Whether the device is there; then it is not removed, and nobody else subscribes it, before the transaction ends. */
async function holdUnlessRemoved(
  transaction: Prisma.TransactionClient,
  { serialNumber, sequenceNumber }: InstanceName,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM gateway_instance
    WHERE serial_number = ${serialNumber} AND sequence_number = ${sequenceNumber}::int AND state <> 'removed'
    FOR UPDATE`;
  return rows.length === 1;
}

function whereIs({ serialNumber, sequenceNumber }: InstanceName): Prisma.PushSubscriptionWhereUniqueInput {
  return { serialNumber_sequenceNumber: { serialNumber, sequenceNumber } };
}

function reachedFromRow({ serialNumber, sequenceNumber, host }: ReachedRow): ReachedDevice {
  return { instanceId: formatInstanceId(serialNumber, sequenceNumber), host };
}

import type { DeviceInstance, InstanceName } from '../../../gateways/embedded/engine/device-instance';
import type { GatewayStore, LicenceUse, Owner } from '../../../gateways/embedded/engine/gateway-store';
import type { Licence } from '../../../gateways/embedded/engine/licence';
import {
  ENDED_STATES,
  LIVE_STATES,
  type Abandoned,
  type DataSent,
  type DeviceAdded,
  type Keyed,
  type Registered,
  type Registration,
} from '../../../gateways/embedded/engine/registration/registration';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client';
import type { Database } from '../../database';
import {
  EMPTY_COLUMNS,
  instanceFromJson,
  instanceFromRow,
  licenceFromJson,
  registrationFromJson,
  rowFromRegistration,
} from './gateway-rows';
import { purge } from '../../purge';
import { constantPart, type JsonRow, type Sql, type SqlPart, columnOf } from '../../sql';
import { reading } from '../../reading';

const IS_LIVE = { state: { in: [...LIVE_STATES] } };
const LIVE = constantPart(`state IN (${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`);
const IS_PRESENT = { state: { not: 'removed' } };

/**
 * Instances that are not removed, with their owners. Both statements read alike, so that timing does not reveal which
 * users are disabled.
 */
const OWNED_INSTANCES = Prisma.sql`
  SELECT row_to_json(instance) AS instance, licence.user_id AS "userId", licence.domain, EXISTS (
    SELECT 1 FROM user_account AS account
    WHERE account.user_id = licence.user_id AND account.domain = licence.domain AND account.disabled_at IS NOT NULL
  ) AS "isDisabled"
  FROM gateway_instance AS instance JOIN gateway_licence AS licence USING (serial_number)
  WHERE instance.state <> 'removed'`;

type OwnedRow = Owner & { instance: JsonRow; isDisabled: boolean };

/** The columns of `EMPTY_COLUMNS`, for SQL. */
const EMPTIED = Object.keys(EMPTY_COLUMNS).map(columnOf);

/**
 * Every method is a single statement, so that none holds a transaction open and a burst of phones does not queue. Those
 * that phones wait for are SQL and read rows as JSON, which halves their cost: planning a join and converting forty
 * columns takes longer than finding the rows.
 */
export class PrismaGatewayStore implements GatewayStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>) {
    this.#client = client;
    this.#sql = sql;
  }

  async findLicence({ userId, domain }: Owner): Promise<LicenceUse | null> {
    const [row] = await this.#sql<{ licence: JsonRow; used: number }>`
      SELECT row_to_json(licence) AS licence, (
        SELECT count(*)::int FROM gateway_instance AS instance
        WHERE instance.serial_number = licence.serial_number AND instance.state <> 'removed'
      ) AS used
      FROM gateway_licence AS licence WHERE licence.user_id = ${userId} AND licence.domain = ${domain}`;
    return row ? { licence: licenceFromJson(row.licence), used: row.used } : null;
  }

  async findOwner(serialNumber: string): Promise<Owner | null> {
    const select = { userId: true, domain: true };
    return this.#client.gatewayLicence.findUnique({ where: { serialNumber }, select });
  }

  async addLicence(licence: Licence): Promise<boolean> {
    const { serialNumber, userId, domain, encryptedKey, activationLimit, pinMinimumLength, pinMaximumLength } = licence;
    const { notificationsEnabled, nextSequenceNumber, version, createdAt } = licence;
    const rows = await this.#sql`
      INSERT INTO gateway_licence
        (serial_number, user_id, domain, encrypted_key, activation_limit, pin_minimum_length, pin_maximum_length,
        notifications_enabled, next_sequence_number, version, created_at)
      VALUES (${serialNumber}, ${userId}, ${domain}, ${encryptedKey}, ${activationLimit}, ${pinMinimumLength},
        ${pinMaximumLength}, ${notificationsEnabled}, ${nextSequenceNumber}, ${version}, ${createdAt})
      ON CONFLICT DO NOTHING RETURNING 1`;
    return rows.length === 1;
  }

  async findRegistration(identifier: string): Promise<{ registration: Registration; licence: Licence } | null> {
    const [row] = await this.#sql<{ registration: JsonRow; licence: JsonRow }>`
      SELECT row_to_json(registration) AS registration, (
        SELECT row_to_json(licence) FROM gateway_licence AS licence WHERE licence.serial_number = registration.serial_number
      ) AS licence
      FROM gateway_registration AS registration WHERE registration.identifier = ${identifier}`;
    return row ? { registration: registrationFromJson(row.registration), licence: licenceFromJson(row.licence) } : null;
  }

  async addRegistration(
    registration: Registered | DataSent,
    licenceVersion: number,
  ): Promise<{ superseded: string[] } | null> {
    const { identifier, serialNumber, state, version, salt, encryptedVerifier, encryptedCommittedKey, isOffline } =
      rowFromRegistration(registration);
    const { registeredAt, expiresAt } = registration;
    const [outcome] = await this.#sql<{ added: number; superseded: string[] }>`
      WITH licence AS (
        UPDATE gateway_licence SET version = version + 1
        WHERE serial_number = ${serialNumber} AND version = ${licenceVersion}
        RETURNING serial_number
      ), superseded AS (
        UPDATE gateway_registration
        SET state = 'superseded', version = version + 1, ended_at = ${registeredAt}::timestamptz, ${emptied()}
        WHERE serial_number IN (SELECT serial_number FROM licence) AND ${LIVE}
        RETURNING identifier
      ), added AS (
        INSERT INTO gateway_registration
          (identifier, serial_number, state, version, salt, encrypted_verifier, encrypted_committed_key, is_offline,
          registered_at, expires_at)
        SELECT ${identifier}, serial_number, ${state}, ${version}::int, ${salt}, ${encryptedVerifier},
          ${encryptedCommittedKey}, ${isOffline}::boolean, ${registeredAt}::timestamptz, ${expiresAt}::timestamptz
        FROM licence
        ON CONFLICT DO NOTHING
        RETURNING identifier
      )
      SELECT (SELECT count(*) FROM added)::int AS added, ARRAY(SELECT identifier FROM superseded) AS superseded`;
    return outcome?.added === 1 ? { superseded: outcome.superseded } : null;
  }

  async saveRegistration(registration: Keyed | DataSent): Promise<boolean> {
    const { identifier, version, state, expiresAt, keyedAt, dataSentAt } = registration;
    const { encryptedVerifier, encryptedServerPrivateKey, clientPublicKey, serverPublicKey } =
      rowFromRegistration(registration);
    const rows = await this.#sql`
      UPDATE gateway_registration
      SET state = ${state}, version = ${version}, expires_at = ${expiresAt}, keyed_at = ${keyedAt}, data_sent_at = ${dataSentAt},
        encrypted_verifier = ${encryptedVerifier}, encrypted_server_private_key = ${encryptedServerPrivateKey},
        client_public_key = ${clientPublicKey}, server_public_key = ${serverPublicKey}
      WHERE identifier = ${identifier} AND version = ${version - 1}
      RETURNING 1`;
    return rows.length === 1;
  }

  async saveAddedDevice(registration: DeviceAdded): Promise<boolean> {
    const { identifier, serialNumber, version, deviceAddedAt, expiresAt } = registration;
    const { sequenceNumber, mosaic, deviceCode, description, encryptedInstanceKey } = registration;
    // A sequence number is skipped if the registration has moved on meanwhile, which is harmless.
    const rows = await this.#sql`
      WITH licence AS (
        UPDATE gateway_licence SET next_sequence_number = next_sequence_number + 1
        WHERE serial_number = ${serialNumber} AND next_sequence_number = ${sequenceNumber}
        RETURNING serial_number
      )
      UPDATE gateway_registration
      SET state = 'device-added', version = ${version}, sequence_number = ${sequenceNumber}, device_code = ${deviceCode},
        description = ${description}, encrypted_committed_key = NULL, encrypted_instance_key = ${encryptedInstanceKey},
        mosaic = ${mosaic}, device_added_at = ${deviceAddedAt}, expires_at = ${expiresAt}
      WHERE identifier = ${identifier} AND version = ${version - 1} AND serial_number IN (SELECT serial_number FROM licence)
      RETURNING 1`;
    return rows.length === 1;
  }

  async activate(identifier: string, version: number, instance: DeviceInstance): Promise<boolean> {
    const { sequenceNumber, encryptedKey, deviceCode, description, state, activatedAt } = instance;
    const rows = await this.#sql`
      WITH registration AS (
        UPDATE gateway_registration
        SET state = 'activated', version = version + 1, ended_at = ${activatedAt}, ${emptied('sequence_number', 'mosaic')}
        WHERE identifier = ${identifier} AND version = ${version}
        RETURNING serial_number
      )
      INSERT INTO gateway_instance
        (serial_number, sequence_number, encrypted_key, device_code, description, state, activated_at)
      SELECT serial_number, ${sequenceNumber}::int, ${encryptedKey}, ${deviceCode}, ${description}, ${state},
        ${activatedAt}::timestamptz
      FROM registration
      RETURNING 1`;
    return rows.length === 1;
  }

  async endRegistration(identifier: string, version: number, state: Abandoned['state'], at: Date): Promise<boolean> {
    const { count } = await this.#client.gatewayRegistration.updateMany({
      where: { identifier, version, ...IS_LIVE },
      data: { ...EMPTY_COLUMNS, state, version: version + 1, endedAt: at },
    });
    return count === 1;
  }

  async countWrongProof(identifier: string, limit: number, at: Date): Promise<Registration['state'] | null> {
    const ends = `wrong_proofs + 1 >= ${limit}`;
    const emptiedAtEnd = EMPTIED.map((column) => `${column} = CASE WHEN ${ends} THEN NULL ELSE ${column} END`);
    const [row] = await this.#sql<{ state: Registration['state'] }>`
      UPDATE gateway_registration
      SET wrong_proofs = wrong_proofs + 1, version = version + 1,
        state = CASE WHEN ${constantPart(ends)} THEN 'failed' ELSE state END,
        ended_at = CASE WHEN ${constantPart(ends)} THEN ${at}::timestamptz END,
        ${constantPart(emptiedAtEnd.join(', '))}
      WHERE identifier = ${identifier} AND ${LIVE}
      RETURNING state`;
    return row?.state ?? null;
  }

  async expireRegistrations(now: Date): Promise<string[]> {
    const rows = await this.#client.gatewayRegistration.updateManyAndReturn({
      where: { ...IS_LIVE, expiresAt: { lte: now } },
      data: { ...EMPTY_COLUMNS, state: 'expired', version: { increment: 1 }, endedAt: now },
      select: { identifier: true },
    });
    return rows.map(({ identifier }) => identifier);
  }

  async deleteRegistrationsExpiredBefore(time: Date): Promise<number> {
    let count = 0;
    // One state at a time, because the index begins with it.
    for (const state of ENDED_STATES)
      count += await purge(this.#client, {
        table: 'gateway_registration',
        by: 'expires_at',
        before: time,
        where: Prisma.sql`state = ${state}`,
      });
    return count;
  }

  async listInstances({ userId, domain }: Owner): Promise<DeviceInstance[]> {
    const rows = await this.#client.gatewayInstance.findMany({
      where: { licence: { userId, domain }, ...IS_PRESENT },
      orderBy: [{ activatedAt: 'desc' }, { sequenceNumber: 'desc' }],
    });
    return rows.map(instanceFromRow);
  }

  async findInstance({
    serialNumber,
    sequenceNumber,
  }: InstanceName): Promise<{ instance: DeviceInstance; owner: Owner } | null> {
    // One statement in either case, so that timing does not reveal which serial numbers exist.
    const [row] = await reading(
      () => this.#client.$queryRaw<OwnedRow[]>`
      ${OWNED_INSTANCES} AND instance.serial_number = ${serialNumber} AND instance.sequence_number = ${sequenceNumber}`,
    );
    return row ? ownedFromRow(row) : null;
  }

  async findByNotification(notificationHash: string): Promise<{ instance: DeviceInstance; owner: Owner }[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<OwnedRow[]>`
      ${OWNED_INSTANCES} AND instance.notification_hash = ${notificationHash}`,
    );
    return rows.map(ownedFromRow);
  }

  async changeInstance(
    { serialNumber, sequenceNumber }: InstanceName,
    { keeping, ...rest }: Parameters<GatewayStore['changeInstance']>[1],
  ): Promise<boolean> {
    const { count } = await this.#client.gatewayInstance.updateMany({
      where: { serialNumber, sequenceNumber, ...IS_PRESENT },
      data: keeping === undefined ? rest : { ...rest, keeping: keeping ?? Prisma.DbNull },
    });
    return count === 1;
  }

  async removeInstance({ serialNumber, sequenceNumber }: InstanceName): Promise<boolean> {
    const { count } = await this.#client.gatewayInstance.updateMany({
      where: { serialNumber, sequenceNumber, ...IS_PRESENT },
      data: {
        state: 'removed',
        encryptedKey: null,
        encryptedNotificationId: null,
        notificationHash: null,
        keeping: Prisma.DbNull,
      },
    });
    return count === 1;
  }

  async acceptStep({ serialNumber, sequenceNumber }: InstanceName, step: number, at: Date): Promise<boolean> {
    const { count } = await this.#client.gatewayInstance.updateMany({
      where: { serialNumber, sequenceNumber, state: 'active', lastAcceptedStep: { lt: step } },
      data: { lastAcceptedStep: step, lastUsedAt: at },
    });
    return count === 1;
  }
}

/** Assignments that erase the secrets of an ended registration. */
function emptied(...except: string[]): SqlPart {
  return constantPart(
    EMPTIED.filter((column) => !except.includes(column))
      .map((column) => `${column} = NULL`)
      .join(', '),
  );
}

function ownedFromRow({ instance: row, userId, domain, isDisabled }: OwnedRow): {
  instance: DeviceInstance;
  owner: Owner;
} {
  const instance = instanceFromJson(row);
  return { instance: isDisabled ? { ...instance, state: 'locked' } : instance, owner: { userId, domain } };
}

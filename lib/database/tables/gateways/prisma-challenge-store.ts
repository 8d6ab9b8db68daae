import { loginRequestsKey } from '../../../shared/changes/change-feed';
import {
  LIVE_CHALLENGE_STATES,
  type Challenge,
  type Sent,
  type Waiting,
  type Abandoned,
  type ChallengeRefusal,
  type Reader,
} from '../../../gateways/embedded/engine/challenges/challenge';
import { alertOf, type PhoneAlert } from '../../../gateways/embedded/engine/push/phone-alert';
import type { EndedChallenge } from '../../../gateways/embedded/engine/challenges/challenge';
import type { ChallengeStore } from '../../../gateways/embedded/engine/challenges/challenge-store';
import type { Owner } from '../../../gateways/embedded/engine/gateway-store';
import { Prisma, type PrismaClient, type GatewayChallenge } from '../../../generated/prisma/client';
import type { NewAlert } from '../../../messaging/phone-alerts/phone-alert';
import { CHANGE_CHANNEL } from '../../database';
import { purge } from '../../purge';
import { announceChange } from '../../side-effects/announce-change';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present, together } from '../../present';

/** Moves made by a device, which a locked or removed one must not make. */
const NEEDS_ACTIVE_DEVICE = new Set<Challenge['state']>(['scanned', 'approved', 'redeemed']);

const READER = ['serialNumber', 'sequenceNumber', 'userId', 'domain'] as const;

/** Every method is one statement or one transaction, which includes the change notice and the alert of phones. */
export class PrismaChallengeStore implements ChallengeStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects | null;

  /** @param persist null where no phones are alerted */
  constructor(client: PrismaClient, persist: PersistSideEffects | null = null) {
    this.#client = client;
    this.#persist = persist;
  }

  async add(challenge: Waiting): Promise<void> {
    const data = rowFromChallenge(challenge);
    const { addressee } = challenge;
    if (!addressee) return void (await this.#client.gatewayChallenge.create({ data }));
    await this.#client.$transaction(async (transaction) => {
      await transaction.gatewayChallenge.create({ data });
      await announceChange(transaction, loginRequestsKey(addressee));
      await this.#alert(transaction, challenge);
    });
  }

  async findByKey(keyHash: string): Promise<Challenge | null> {
    const row = await this.#client.gatewayChallenge.findUnique({ where: { keyHash } });
    return row && challengeFromRow(row);
  }

  async findByRequest(requestKey: string): Promise<Challenge | null> {
    const row = await this.#client.gatewayChallenge.findUnique({ where: { requestKey } });
    return row && challengeFromRow(row);
  }

  async listSentTo({ userId, domain }: Owner, now: Date): Promise<Sent[]> {
    const rows = await this.#client.gatewayChallenge.findMany({
      where: { addresseeUserId: userId, addresseeDomain: domain, state: 'waiting', expiresAt: { gt: now } },
      orderBy: { openedAt: 'desc' },
    });
    return rows.map(challengeFromRow).filter(isSent);
  }

  async wrongNumbersOf({ userId, domain }: Owner, since: Date): Promise<Date[]> {
    const rows = await this.#client.gatewayChallenge.findMany({
      where: { userId, domain, reason: 'wrong-number', endedAt: { gte: since } },
      select: { endedAt: true },
      orderBy: { endedAt: 'asc' },
    });
    return rows.flatMap(({ endedAt }) => endedAt ?? []);
  }

  async save(challenge: Exclude<Challenge, Waiting>): Promise<boolean> {
    if (!this.#persist || !alertOf(challenge)) return this.#save(this.#client, challenge);
    return this.#client.$transaction(async (transaction) => {
      const isSaved = await this.#save(transaction, challenge);
      if (isSaved) await this.#alert(transaction, challenge);
      return isSaved;
    });
  }

  /** In the transaction of what it tells. Whether there is a phone to alert plays no part: its time would tell. */
  async #alert(transaction: Prisma.TransactionClient, challenge: Challenge): Promise<void> {
    const alert = alertOf(challenge);
    if (alert && this.#persist) await this.#persist(transaction, { events: [], messages: [newAlert(alert)] });
  }

  async #save(client: Prisma.TransactionClient, challenge: Exclude<Challenge, Waiting>): Promise<boolean> {
    const row = rowFromChallenge(challenge);
    const notices = [row.requestKey, ...(challenge.addressee ? [loginRequestsKey(challenge.addressee)] : [])];
    const isPossible = NEEDS_ACTIVE_DEVICE.has(challenge.state)
      ? Prisma.sql`EXISTS (
          SELECT 1 FROM gateway_instance
          WHERE serial_number = ${row.serialNumber} AND sequence_number = ${row.sequenceNumber} AND state = 'active')
        AND NOT EXISTS (
          SELECT 1 FROM user_account
          WHERE user_id = ${row.userId} AND domain = ${row.domain} AND disabled_at IS NOT NULL)`
      : Prisma.sql`TRUE`;
    const saved = await client.$queryRaw<unknown[]>`
      WITH saved AS (
        UPDATE gateway_challenge
        SET state = ${row.state}, version = ${row.version}, serial_number = ${row.serialNumber},
          sequence_number = ${row.sequenceNumber}, user_id = ${row.userId}, domain = ${row.domain},
          reason = ${row.reason}, encrypted_key = NULL, encrypted_words = ${row.encryptedWords},
          expires_at = ${row.expiresAt}::timestamptz, ended_at = ${row.endedAt}::timestamptz
        WHERE key_hash = ${row.keyHash} AND version = ${row.version - 1} AND ${isPossible}
        RETURNING key_hash
      )
      SELECT pg_notify(${CHANGE_CHANNEL}, notice)::text FROM saved, unnest(${notices}::text[]) AS notice`;
    return saved.length > 0;
  }

  async expire(now: Date): Promise<EndedChallenge[]> {
    const rows = await this.#client.$queryRaw<EndedChallenge[]>`
      WITH ended AS (
        UPDATE gateway_challenge
        SET state = 'expired', version = version + 1, encrypted_key = NULL, encrypted_words = NULL,
          ended_at = ${now}::timestamptz
        WHERE state IN (${Prisma.join([...LIVE_CHALLENGE_STATES])}) AND expires_at <= ${now}::timestamptz
        RETURNING request_key, purpose
      )
      SELECT request_key AS "requestKey", purpose, pg_notify(${CHANGE_CHANNEL}, request_key)::text FROM ended`;
    return rows.map(({ requestKey, purpose }) => ({ requestKey, purpose }));
  }

  async deleteExpiredBefore(time: Date): Promise<number> {
    return purge(this.#client, {
      table: 'gateway_challenge',
      by: 'expires_at',
      before: time,
    });
  }
}

function newAlert({ kind, id, user, except, expiresAt }: PhoneAlert): NewAlert {
  return { channel: 'alert', user, except, alert: { kind, id }, expiresAt };
}

function isSent(challenge: Challenge): challenge is Sent {
  return challenge.state === 'waiting' && challenge.addressee !== null && challenge.encryptedKey !== null;
}

function rowFromChallenge(challenge: Challenge): GatewayChallenge {
  const { keyHash, requestKey, purpose, state, version, origin, address, browser, number } = challenge;
  const reader = 'reader' in challenge ? challenge.reader : null;
  return {
    keyHash,
    requestKey,
    purpose,
    state,
    version,
    origin,
    address,
    browser,
    number,
    addresseeUserId: challenge.addressee?.userId ?? null,
    addresseeDomain: challenge.addressee?.domain ?? null,
    encryptedKey: challenge.state === 'waiting' ? challenge.encryptedKey : null,
    encryptedWords: 'encryptedWords' in challenge ? challenge.encryptedWords : null,
    serialNumber: reader?.serialNumber ?? null,
    sequenceNumber: reader?.sequenceNumber ?? null,
    userId: reader?.userId ?? null,
    domain: reader?.domain ?? null,
    reason: challenge.state === 'refused' ? challenge.reason : null,
    openedAt: challenge.openedAt,
    expiresAt: challenge.expiresAt,
    endedAt: 'endedAt' in challenge ? challenge.endedAt : null,
  };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function challengeFromRow(row: GatewayChallenge): Challenge {
  const { keyHash, requestKey, version, origin, address, browser, number, openedAt, expiresAt } = row;
  const asking = { origin, address, browser, number };
  const purpose = row.purpose as Challenge['purpose'];
  const common = {
    keyHash,
    requestKey,
    purpose,
    version,
    ...asking,
    addressee: addresseeFromRow(row),
    openedAt,
    expiresAt,
  };
  const reader = (): Reader => present({ ...row, reader: together(row, ...READER) }, 'reader');
  const ending = () => ({ endedAt: present(row, 'endedAt') });
  switch (row.state) {
    case 'waiting':
      return { ...common, state: row.state, encryptedKey: row.encryptedKey, encryptedWords: row.encryptedWords };
    case 'scanned':
      return { ...common, state: row.state, reader: reader(), encryptedWords: row.encryptedWords };
    case 'approved':
      return { ...common, state: row.state, reader: reader() };
    case 'redeemed':
      return { ...common, state: row.state, reader: reader(), ...ending() };
    case 'refused': {
      const reason = present(row, 'reason') as ChallengeRefusal;
      return { ...common, state: row.state, reader: reader(), reason, ...ending() };
    }
    case 'expired':
    case 'cancelled':
      return { ...common, state: row.state, reader: together(row, ...READER), ...ending() } satisfies Abandoned;
    default:
      throw new TypeError(`a challenge has no state ${row.state}`);
  }
}

function addresseeFromRow({ addresseeUserId: userId, addresseeDomain: domain }: GatewayChallenge): Owner | null {
  return userId === null || domain === null ? null : { userId, domain };
}

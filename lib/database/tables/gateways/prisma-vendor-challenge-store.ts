import type {
  EndedVendorChallenge,
  VendorChallenge,
  VendorChallengeStore,
} from '../../../gateways/phone-requests/vendor-challenge';
import type { PrismaClient, VendorChallenge as Row } from '../../../generated/prisma/client';
import { purge } from '../../purge';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { CHANGE_CHANNEL } from '../../database';

/** Every method is one statement or one transaction, which includes the change notice. */
export class PrismaVendorChallengeStore implements VendorChallengeStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async add(
    challenge: VendorChallenge,
    maximumCalls: number,
  ): Promise<{ cancelled: EndedVendorChallenge[]; isOnly: boolean } | null> {
    const { addressee, purpose, openedAt } = challenge;
    const { userId, domain } = addressee;
    return this.#client.$transaction(async (transaction) => {
      // Two at once would both be the person's only one, or the last that there is room for.
      await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('vendor_challenge', 0))::text`;
      const calls = { callUntil: { gt: openedAt } };
      if ((await transaction.vendorChallenge.count({ where: calls })) >= maximumCalls) return null;
      const signIns = { ...calls, purpose: 'sign-in' as const };
      if (
        purpose === 'sign-in' &&
        (await transaction.vendorChallenge.count({ where: signIns })) >= Math.ceil(maximumCalls / 2)
      )
        return null;
      const cancelled = await transaction.$queryRaw<EndedVendorChallenge[]>`
        WITH ended AS (
          UPDATE vendor_challenge SET state = 'cancelled', version = version + 1
          WHERE addressee_user_id = ${userId} AND addressee_domain = ${domain} AND state = 'waiting'
            AND expires_at > ${openedAt}::timestamptz AND (${purpose} <> 'sign-in' OR purpose = 'sign-in')
          RETURNING request_key, purpose
        )
        SELECT request_key AS "requestKey", purpose, pg_notify(${CHANGE_CHANNEL}, request_key)::text FROM ended`;
      const waiting = await transaction.vendorChallenge.count({
        where: {
          addresseeUserId: userId,
          addresseeDomain: domain,
          state: 'waiting',
          expiresAt: { gt: openedAt },
        },
      });
      const isOnly = waiting === 0;
      const callUntil = isOnly ? challenge.callUntil : null;
      await transaction.vendorChallenge.create({ data: { ...rowFrom(challenge), callUntil } });
      return { cancelled: cancelled.map(endedFrom), isOnly };
    });
  }

  async find(requestKey: string): Promise<VendorChallenge | null> {
    const row = await this.#client.vendorChallenge.findUnique({ where: { requestKey } });
    return row && challengeFrom(row);
  }

  async save(challenge: VendorChallenge): Promise<boolean> {
    const { requestKey, state, version, instanceId, alternatives, reason, expiresAt } = challenge;
    const saved = await this.#client.$queryRaw<unknown[]>`
      WITH saved AS (
        UPDATE vendor_challenge
        SET state = ${state}, version = ${version}, instance_id = ${instanceId},
          alternatives = ${[...alternatives]}::text[], reason = ${reason},
          expires_at = ${expiresAt}::timestamptz
        WHERE request_key = ${requestKey} AND version = ${version - 1}
        RETURNING request_key
      )
      SELECT pg_notify(${CHANGE_CHANNEL}, request_key)::text FROM saved`;
    return saved.length > 0;
  }

  async endCall(requestKey: string): Promise<void> {
    await this.#client.vendorChallenge.updateMany({ where: { requestKey }, data: { callUntil: null } });
  }

  async noteRefusal({ userId, domain }: UserKey, now: Date): Promise<void> {
    await this.#client.$queryRaw`
      WITH refused AS (
        UPDATE vendor_challenge SET refusal_seen_at = ${now}::timestamptz
        WHERE lower(addressee_user_id) = lower(${userId}) AND lower(addressee_domain) = lower(${domain})
          AND state = 'waiting' AND expires_at > ${now}::timestamptz
        RETURNING request_key
      )
      SELECT pg_notify(${CHANGE_CHANNEL}, request_key)::text FROM refused`;
  }

  async attach(requestKey: string, sessionId: string, followedUntil: Date | null): Promise<boolean> {
    const { count } = await this.#client.vendorChallenge.updateMany({
      where: { requestKey, state: 'waiting' },
      data: { sessionId, followedUntil },
    });
    return count > 0;
  }

  async follow(requestKey: string, since: Date, until: Date): Promise<boolean> {
    const { count } = await this.#client.vendorChallenge.updateMany({
      where: { requestKey, state: 'waiting', followedUntil: since },
      data: { followedUntil: until },
    });
    return count > 0;
  }

  async countTry(requestKey: string, most: number): Promise<number | null> {
    const [counted] = await this.#client.$queryRaw<{ tries: number }[]>`
      UPDATE vendor_challenge SET tries = tries + 1
      WHERE request_key = ${requestKey} AND state = 'waiting' AND tries < ${most}
      RETURNING tries`;
    return counted?.tries ?? null;
  }

  async expire(now: Date): Promise<EndedVendorChallenge[]> {
    const ended = await this.#client.$queryRaw<EndedVendorChallenge[]>`
      WITH ended AS (
        UPDATE vendor_challenge SET state = 'expired', version = version + 1
        WHERE state IN ('waiting', 'approved') AND expires_at <= ${now}::timestamptz
        RETURNING request_key, purpose
      )
      SELECT request_key AS "requestKey", purpose, pg_notify(${CHANGE_CHANNEL}, request_key)::text FROM ended`;
    return ended.map(endedFrom);
  }

  async deleteExpiredBefore(time: Date): Promise<void> {
    await purge(this.#client, {
      table: 'vendor_challenge',
      by: 'expires_at',
      before: time,
    });
  }
}

function endedFrom({ requestKey, purpose }: EndedVendorChallenge): EndedVendorChallenge {
  return { requestKey, purpose };
}

function rowFrom({ addressee, alternatives, ...challenge }: VendorChallenge): Row {
  return {
    ...challenge,
    alternatives: [...alternatives],
    addresseeUserId: addressee.userId,
    addresseeDomain: addressee.domain,
  };
}

function challengeFrom({ addresseeUserId: userId, addresseeDomain: domain, ...row }: Row): VendorChallenge {
  // The writer's own words.
  return { ...(row as object as Omit<VendorChallenge, 'addressee'>), addressee: { userId, domain } };
}

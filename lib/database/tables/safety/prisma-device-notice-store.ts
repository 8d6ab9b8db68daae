import type { Activation } from '../../../activation/activation';
import type { AwaitingTest } from '../../../devices/replacement/device-replacement';
import type { DeviceNotice as NoticeRow, Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import {
  isReport,
  type DeviceNotice,
  type DisownedNotice,
  type SentNotice,
  type DeviceNoticeStore,
} from '../../../helpdesk/safety/notices/device-notice';
import type { Used } from '../../../helpdesk/invitations/invitation';
import { accept, refuse, type Result } from '../../../shared/result';
import { endSessions } from '../../locks/end-sessions';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present } from '../../present';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { saveReplacement } from '../devices/prisma-device-replacement-store';
import { saveInvitation } from '../invitations/prisma-invitation-store';
import { violatesUnique } from '../../sql';
import { reading } from '../../reading';

export class PrismaDeviceNoticeStore implements DeviceNoticeStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async findByToken(tokenHash: string): Promise<DeviceNotice | null> {
    const row =
      (await this.#client.deviceNotice.findUnique({ where: { tokenHash } })) ?? (await this.#findRetiring(tokenHash));
    return row && noticeFromRow(row);
  }

  /** A value for each activation of the day: `NOT EXISTS` would be a join with every notice that there has ever been. */
  async listMissing(since: Date, limit: number): Promise<Pick<Activation, 'id' | 'domain'>[]> {
    return reading(
      () => this.#client.$queryRaw<Pick<Activation, 'id' | 'domain'>[]>`
      SELECT id, domain FROM activation
      WHERE state = 'active' AND active_at >= ${since}::timestamptz
        AND (SELECT activation_id FROM device_notice WHERE activation_id = activation.id) IS NULL
      ORDER BY active_at LIMIT ${limit}::int`,
    );
  }

  async listDue(limit: number): Promise<DisownedNotice[]> {
    return this.#list({ state: 'disowned', isLocked: false }, limit);
  }

  async listTrusted(now: Date, limit: number): Promise<SentNotice[]> {
    const where = { state: 'sent', isTrustTold: false, trustedFrom: { lte: now } };
    const rows = await this.#client.deviceNotice.findMany({ where, orderBy: { trustedFrom: 'asc' }, take: limit });
    return rows.map(noticeFromRow).filter((notice) => notice.state === 'sent');
  }

  async find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const where = { instanceId: { in: [...instanceIds] } };
    const select = { instanceId: true, trustedFrom: true };
    // A licence that a gateway has given to somebody else may have a device of the same identifier: the later one counts.
    const rows = await this.#client.deviceNotice.findMany({ where, select, orderBy: { activatedAt: 'asc' } });
    return new Map(rows.flatMap(({ instanceId, trustedFrom }) => (trustedFrom ? [[instanceId, trustedFrom]] : [])));
  }

  async listDisowned(domain: string, since: Date, limit: number): Promise<DisownedNotice[]> {
    return this.#list({ domain, disownedAt: { gte: since } }, limit);
  }

  async add(
    notice: DeviceNotice,
    { completed, replacing }: { completed: Used | null; replacing: AwaitingTest | null },
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-told' | 'version-moved'>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        await transaction.deviceNotice.create({ data: rowFromNotice(notice) });
        if (completed && !(await saveInvitation(transaction, completed))) throw new VersionMoved();
        if (replacing && !(await saveReplacement(transaction, replacing))) throw new VersionMoved();
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (error instanceof VersionMoved) return refuse('version-moved');
      if (violatesUnique(error, 'activation_id', 'device_notice_pkey')) return refuse('already-told');
      throw error;
    }
  }

  async save(notice: DeviceNotice, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { activationId: notice.activationId, ...previousVersion(notice) };
      const { count } = await transaction.deviceNotice.updateMany({ where, data: rowFromNotice(notice) });
      if (count === 0) return false;
      if (isReport(notice))
        await endSessions(transaction, notice, { whileIn: null, except: null, now: notice.disownedAt });
      return true;
    });
  }

  async #findRetiring(notMeTokenHash: string): Promise<NoticeRow | null> {
    const replacement = await this.#client.deviceReplacement.findUnique({ where: { notMeTokenHash } });
    const instanceId = replacement?.newInstanceId;
    return instanceId ? this.#client.deviceNotice.findFirst({ where: { instanceId } }) : null;
  }

  async #list(where: Prisma.DeviceNoticeWhereInput, limit: number): Promise<DisownedNotice[]> {
    const rows = await this.#client.deviceNotice.findMany({ where, orderBy: { disownedAt: 'desc' }, take: limit });
    return rows.map(noticeFromRow).filter((notice) => notice.state === 'disowned');
  }
}

/** Thrown to roll back the transaction. */
class VersionMoved extends Error {}

function rowFromNotice({ trace, ...notice }: DeviceNotice): NoticeRow {
  const disowned = notice.state === 'disowned' ? notice : { cause: null, disownedAt: null, isLocked: false };
  const { cause, disownedAt, isLocked } = disowned;
  return { ...notice, browser: trace.browser, network: trace.network, cause, disownedAt, isLocked };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function noticeFromRow(row: NoticeRow): DeviceNotice {
  const { activationId, version, state, userId, domain, instanceId, deviceName, activatedAt, tokenHash, endsAt } = row;
  const trace = { browser: row.browser, network: row.network };
  const named = { activationId, version, userId, domain, instanceId, deviceName, trace };
  const { trustedFrom, isTrustTold } = row;
  const common = { ...named, activatedAt, tokenHash, endsAt, trustedFrom, isTrustTold };
  switch (state) {
    case 'sent':
      return { ...common, state };
    case 'disowned': {
      const cause = present(row, 'cause') as DisownedNotice['cause'];
      return { ...common, state, cause, disownedAt: present(row, 'disownedAt'), isLocked: row.isLocked };
    }
    default:
      throw new TypeError(`the notice of ${activationId} is in the unknown state ${state}`);
  }
}

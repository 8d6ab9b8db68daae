import {
  type Freeze,
  type FreezeId,
  type FreezeLookup,
  type Frozen,
  type StandingFreeze,
} from '../../../accounts/freeze/freeze';
import type { AccountFreeze as FreezeRow, PrismaClient } from '../../../generated/prisma/client';
import type { FreezeStore } from '../../../helpdesk/safety/freeze/freeze-store';
import type { OpenCase } from '../../../helpdesk/safety/cases/safety-case';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Database } from '../../database';
import { endSessions } from '../../locks/end-sessions';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present } from '../../present';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { violatesUnique, type Sql } from '../../sql';
import { saveCase } from './prisma-case-store';

export function freezeLookup(sql: Sql): FreezeLookup {
  return {
    async isFrozen({ userId, domain }) {
      const rows = await sql.read`
        SELECT 1 FROM account_freeze WHERE user_id = ${userId} AND domain = ${domain} AND state <> 'lifted'`;
      return rows.length > 0;
    },
  };
}

export class PrismaFreezeStore implements FreezeStore {
  readonly #client: PrismaClient;
  readonly #lookup: FreezeLookup;
  readonly #persist: PersistSideEffects;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects) {
    this.#client = client;
    this.#lookup = freezeLookup(sql);
    this.#persist = persist;
  }

  isFrozen(user: UserKey): Promise<boolean> {
    return this.#lookup.isFrozen(user);
  }

  async find(id: FreezeId): Promise<Freeze | null> {
    const row = await this.#client.accountFreeze.findUnique({ where: { id } });
    return row && freezeFromRow(row);
  }

  async findStanding({ userId, domain }: UserKey): Promise<StandingFreeze | null> {
    const row = await this.#client.accountFreeze.findFirst({ where: { userId, domain, state: { not: 'lifted' } } });
    const freeze = row && freezeFromRow(row);
    return freeze && freeze.state !== 'lifted' ? freeze : null;
  }

  async listDue(limit: number): Promise<Frozen[]> {
    const where = { isSettled: false, state: 'frozen' };
    const rows = await this.#client.accountFreeze.findMany({ where, orderBy: { frozenAt: 'asc' }, take: limit });
    return rows.map(freezeFromRow).filter((freeze) => freeze.state === 'frozen');
  }

  async create(freeze: Frozen, opened: OpenCase, sideEffects: SideEffects): Promise<Result<null, 'already-frozen'>> {
    const { userId, domain, frozenAt } = freeze;
    try {
      return await this.#client.$transaction(async (transaction) => {
        if (!(await saveCase(transaction, opened))) return refuse('already-frozen');
        await transaction.accountFreeze.create({ data: freeze });
        await endSessions(transaction, { userId, domain }, { whileIn: null, except: null, now: frozenAt });
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      const isStanding = violatesUnique(error, 'account_freeze_standing', 'user_id');
      // The same press on a phone, sent twice at once.
      if (isStanding || violatesUnique(error, 'account_freeze_pkey', 'id')) return refuse('already-frozen');
      throw error;
    }
  }

  async save(freeze: Frozen, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { id: freeze.id, ...previousVersion(freeze) };
      const { count } = await transaction.accountFreeze.updateMany({ where, data: freeze });
      return count === 1;
    });
  }
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function freezeFromRow(row: FreezeRow): Freeze {
  const { version, userId, domain, frozenAt, isSettled, state } = row;
  const frozenBy = row.frozenBy as Freeze['frozenBy'];
  const common = { id: row.id as FreezeId, version, userId, domain, frozenBy, frozenAt, isSettled };
  switch (state) {
    case 'frozen':
    case 'lifting':
      return { ...common, state };
    case 'lifted':
      return { ...common, state, endedAt: present(row, 'endedAt') };
    default:
      throw new TypeError(`the freeze ${row.id} is in the unknown state ${state}`);
  }
}

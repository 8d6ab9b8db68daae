import type {
  ActivationLink,
  ActivationLinkId,
  LinkOutcome,
  MadeLink,
  OpenedLink,
  ReturnedLink,
} from '../../../helpdesk/activation-links/activation-link';
import type { ActivationLinkStore } from '../../../helpdesk/activation-links/activation-link-store';
import type { SessionId } from '../../../accounts/sessions/session';
import type { ActivationLink as LinkRow, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { ServiceAccountId } from '../../../helpdesk/service-accounts/service-account';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import type { Database } from '../../database';
import { purge } from '../../purge';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present } from '../../present';
import { propertiesOf, type JsonRow, type Sql } from '../../sql';

export class PrismaActivationLinkStore implements ActivationLinkStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects) {
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
  }

  async find(id: ActivationLinkId): Promise<ActivationLink | null> {
    const row = await this.#client.activationLink.findUnique({ where: { id } });
    return row && linkFromRow(row);
  }

  async create(link: MadeLink, sideEffects: SideEffects): Promise<void> {
    await this.#client.$transaction(async (transaction) => {
      await transaction.activationLink.create({ data: link });
      await this.#persist(transaction, sideEffects);
    });
  }

  async open(link: OpenedLink, sideEffects: SideEffects): Promise<boolean> {
    const { id, state, sessionId, openedAt, endsAt, activationId } = link;
    return this.#move({ id, state: 'made' }, { state, sessionId, openedAt, endsAt, activationId }, sideEffects);
  }

  async findOpened(sessionId: SessionId, now: Date): Promise<OpenedLink | null> {
    const [row] = await this.#sql.read<{ link: JsonRow }>`
      SELECT row_to_json(link) AS link FROM activation_link AS link
      WHERE session_id = ${sessionId} AND ends_at > ${now}::timestamptz ORDER BY opened_at DESC LIMIT 1`;
    const link = row && linkFromRow(propertiesOf(row.link) as LinkRow);
    return link?.state === 'opened' ? link : null;
  }

  async finish(link: ReturnedLink, from: SessionId | null, sideEffects: SideEffects): Promise<boolean> {
    const { id, state, activationId, returnedAt, outcome } = link;
    const where = from === null ? { id, state: 'made' } : { id, state: 'opened', sessionId: from };
    const noSession = { sessionId: null, openedAt: null, endsAt: null };
    return this.#move(where, { state, activationId, returnedAt, outcome, ...noSession }, sideEffects);
  }

  async moveToSession(from: SessionId, to: SessionId): Promise<void> {
    const user = await this.#client.session.findUnique({ where: { id: to }, select: { userId: true, domain: true } });
    if (user)
      await this.#client.activationLink.updateMany({ where: { sessionId: from, ...user }, data: { sessionId: to } });
  }

  async purge(before: Date): Promise<void> {
    await purge(this.#client, {
      table: 'activation_link',
      by: 'made_at',
      before,
    });
  }

  #move(
    where: { id: string; state: string; sessionId?: string },
    data: Partial<LinkRow>,
    sideEffects: SideEffects,
  ): Promise<boolean> {
    return this.#client.$transaction(async (transaction) => {
      const { count } = await transaction.activationLink.updateMany({ where, data });
      if (count > 0) await this.#persist(transaction, sideEffects);
      return count > 0;
    });
  }
}

/** @throws TypeError if the row fits no state, which is a bug of the writer */
function linkFromRow(row: LinkRow): ActivationLink {
  const { state, userId, domain, returnUrl, callerState, madeAt, expiresAt } = row;
  const id = row.id as ActivationLinkId;
  const serviceAccountId = row.serviceAccountId as ServiceAccountId;
  const activationId = row.activationId as ActivationId | null;
  const link = { id, serviceAccountId, userId, domain, returnUrl, callerState, madeAt, expiresAt };
  switch (state) {
    case 'made':
      return { ...link, state };
    case 'opened': {
      const sessionId = present(row, 'sessionId') as SessionId;
      return {
        ...link,
        state,
        sessionId,
        openedAt: present(row, 'openedAt'),
        endsAt: present(row, 'endsAt'),
        activationId,
      };
    }
    case 'returned': {
      const outcome = present(row, 'outcome') as LinkOutcome;
      return { ...link, state, activationId, returnedAt: present(row, 'returnedAt'), outcome };
    }
    default:
      throw new TypeError(`the activation link ${id} is in the unknown state ${state}`);
  }
}

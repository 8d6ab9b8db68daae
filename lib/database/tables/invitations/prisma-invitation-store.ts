import { PENDING_STATES } from '../../../activation/activation';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Prisma, PrismaClient, Invitation as InvitationRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import {
  CURRENT_STATES,
  isCurrent,
  type AwaitingApproval,
  type CurrentInvitation,
  type Invitation,
  type Live,
  type Revoked,
  type Proof,
  type ReadOut,
  type RevocationReason,
} from '../../../helpdesk/invitations/invitation';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import type { InvitationPlace, InvitationStore } from '../../../helpdesk/invitations/invitation-store';
import { accept, refuse, type Result } from '../../../shared/result';
import { announceChange } from '../../side-effects/announce-change';
import { withdrawMessages } from '../../side-effects/append-messages';
import type { Database } from '../../database';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { constantPart, part, propertiesOf, type JsonRow, type Sql, type SqlPart, violatesUnique } from '../../sql';
import type { CallerEvidence } from '../../../helpdesk/caller-check/caller-assessment';
import type { OldDevice } from '../../../helpdesk/invitations/old-device';
import type { Delivery, OldDeviceFate, Reissue } from '../../../helpdesk/invitations/reissue';
import type { ReissueReason } from '../../../helpdesk/caller-check/reissue-reason';
import { present } from '../../present';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { reading } from '../../reading';

/** The token's hash is written once and stays when the invitation no longer has it. */
type WrittenRow = Omit<InvitationRow, 'tokenHash' | 'evidence'> & {
  tokenHash?: string;
  evidence: Prisma.InputJsonArray;
};

const CURRENT = { in: [...CURRENT_STATES] };
const IS_CURRENT = constantPart(`state IN (${CURRENT_STATES.map((state) => `'${state}'`).join(', ')})`);

export class PrismaInvitationStore implements InvitationStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects) {
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
  }

  async find(id: InvitationId, domain: string): Promise<Invitation | null> {
    const row = await this.#client.invitation.findUnique({ where: { id, domain } });
    return row && invitationFromRow(row);
  }

  async findByToken(tokenHash: string): Promise<Invitation | null> {
    const row = await this.#client.invitation.findUnique({ where: { tokenHash } });
    return row && invitationFromRow(row);
  }

  async findByBrowser(browserHash: string): Promise<CurrentInvitation | null> {
    return this.#findOneCurrent(part`browser_hash = ${browserHash}`);
  }

  async findCurrent({ userId, domain }: UserKey): Promise<CurrentInvitation | null> {
    return this.#findOneCurrent(part`user_id = ${userId} AND domain = ${domain}`);
  }

  async listFor(
    { userId, domain }: UserKey,
    limit: number,
    after: InvitationPlace | null = null,
  ): Promise<Invitation[]> {
    const rest = after && {
      OR: [{ requestedAt: { lt: after.requestedAt } }, { requestedAt: after.requestedAt, id: { lt: after.id } }],
    };
    return this.#list({ userId, domain, ...rest }, limit);
  }

  async listSince(domain: string, since: Date, limit: number): Promise<Invitation[]> {
    return this.#list({ domain, requestedAt: { gte: since } }, limit);
  }

  async listAwaiting(domain: string, limit: number): Promise<AwaitingApproval[]> {
    const where = { state: 'awaiting-approval', domain };
    const rows = await this.#client.invitation.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(invitationFromRow).filter((invitation) => invitation.state === 'awaiting-approval');
  }

  async listDue(now: Date, limit: number): Promise<Invitation[]> {
    const isOverdue = { state: CURRENT, endsAt: { lte: now } };
    const id = { in: await this.#listRevokedUnderWay(limit) };
    const where = { OR: [isOverdue, { oldDeviceState: { in: ['lock-due', 'removal-due'] } }, { id }] };
    const rows = await this.#client.invitation.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(invitationFromRow);
  }

  async create(
    invitation: AwaitingApproval | Live,
    replaced: Revoked | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-current' | 'version-moved'>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        if (replaced && !(await saveInvitation(transaction, replaced))) return refuse('version-moved');
        if (replaced) await this.#end(transaction, replaced);
        await transaction.invitation.create({ data: rowFromInvitation(invitation) });
        await announceChange(transaction, invitation.id);
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'user_id', 'invitation_one_current')) return refuse('already-current');
      throw error;
    }
  }

  async save(invitation: Invitation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      if (!(await saveInvitation(transaction, invitation))) return false;
      if (!isCurrent(invitation) && invitation.state !== 'used') await this.#end(transaction, invitation);
      return true;
    });
  }

  /** Withdraws unsent messages, whose links would be dead. */
  async #end(transaction: Prisma.TransactionClient, invitation: Invitation & { endedAt: Date }): Promise<void> {
    await withdrawMessages(transaction, invitation.id, invitation.endedAt);
  }

  async #listRevokedUnderWay(limit: number): Promise<string[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<{ id: string }[]>`
      SELECT invitation.id FROM activation JOIN invitation ON invitation.id = activation.invitation_id
      WHERE activation.state = ANY(${[...PENDING_STATES]}::text[]) AND invitation.state = 'revoked'
      LIMIT ${limit}::int`,
    );
    return rows.map(({ id }) => id);
  }

  async #findOneCurrent(where: SqlPart): Promise<CurrentInvitation | null> {
    const [row] = await this.#sql.read<{ invitation: JsonRow }>`
      SELECT row_to_json(invitation) AS invitation FROM invitation WHERE ${where} AND ${IS_CURRENT} LIMIT 1`;
    const invitation = row && invitationFromRow(propertiesOf(row.invitation) as InvitationRow);
    return invitation && isCurrent(invitation) ? invitation : null;
  }

  async #list(where: Prisma.InvitationWhereInput, limit: number): Promise<Invitation[]> {
    const orderBy = [{ requestedAt: 'desc' }, { id: 'desc' }] as const;
    const rows = await this.#client.invitation.findMany({ where, orderBy: [...orderBy], take: limit });
    return rows.map(invitationFromRow);
  }
}

/** @returns false when another writer has moved it */
export async function saveInvitation(transaction: Prisma.TransactionClient, invitation: Invitation): Promise<boolean> {
  const where = { id: invitation.id, ...previousVersion(invitation) };
  const { count } = await transaction.invitation.updateMany({ where, data: rowFromInvitation(invitation) });
  if (count === 0) return false;
  await announceChange(transaction, invitation.id);
  return true;
}

function rowFromInvitation(invitation: Invitation): WrittenRow {
  const { id, version, state, userId, domain, requestedBy, requestedAt, oldDevice } = invitation;
  const { reason, reasonText, ticket, delivery, lifetimeMs, evidence, justification } = invitation;
  const reissue = { reason, reasonText, ticket, delivery, lifetimeMs, evidence: [...evidence], justification };
  const live = invitation.state === 'live' ? invitation : null;
  return {
    id,
    version,
    state,
    userId,
    domain,
    requestedBy,
    requestedAt,
    ...reissue,
    oldInstanceId: oldDevice?.instanceId ?? null,
    oldDeviceFate: oldDevice?.fate ?? null,
    oldDeviceState: oldDevice?.state ?? null,
    approvedBy: 'approvedBy' in invitation ? invitation.approvedBy : null,
    sentAt: 'sentAt' in invitation ? invitation.sentAt : null,
    endsAt: isCurrent(invitation) ? invitation.endsAt : null,
    ...(live ? { tokenHash: live.tokenHash } : {}),
    codeHash: live?.codeHash ?? null,
    readOutHash: live?.readOut?.codeHash ?? null,
    browserHash: invitation.state === 'opened' ? invitation.holderHash : (live?.readOut?.browserHash ?? null),
    openedAt: 'openedAt' in invitation ? invitation.openedAt : null,
    proof: 'proof' in invitation ? invitation.proof : null,
    activationId: 'activationId' in invitation ? invitation.activationId : null,
    instanceId: 'instanceId' in invitation ? invitation.instanceId : null,
    endedAt: 'endedAt' in invitation ? invitation.endedAt : null,
    endedBy: enderOf(invitation),
    revokedWhy: invitation.state === 'revoked' ? invitation.why : null,
  };
}

function enderOf(invitation: Invitation): string | null {
  if (invitation.state === 'revoked') return invitation.revokedBy;
  return invitation.state === 'declined' ? invitation.declinedBy : null;
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function invitationFromRow(row: InvitationRow): Invitation {
  const { state, approvedBy, sentAt, openedAt, endedBy } = row;
  const common = commonFromRow(row);
  const current = () => ({ endsAt: present(row, 'endsAt') });
  const delivery = () => ({ approvedBy, sentAt: present(row, 'sentAt') });
  const opening = () => ({ openedAt: present(row, 'openedAt'), proof: present(row, 'proof') as Proof });
  const ending = () => ({ sentAt, openedAt, endedAt: present(row, 'endedAt') });
  switch (state) {
    case 'awaiting-approval':
      return { ...common, ...current(), state };
    case 'live': {
      const secrets = { tokenHash: present(row, 'tokenHash'), codeHash: row.codeHash, readOut: readOutFromRow(row) };
      return { ...common, ...current(), ...delivery(), state, ...secrets };
    }
    case 'opened':
      return { ...common, ...current(), ...delivery(), ...opening(), state, holderHash: row.browserHash };
    case 'used': {
      const device = { activationId: present(row, 'activationId'), instanceId: present(row, 'instanceId') };
      return { ...common, ...delivery(), ...opening(), state, ...device, endedAt: present(row, 'endedAt') };
    }
    case 'revoked':
      return { ...common, ...ending(), state, why: present(row, 'revokedWhy') as RevocationReason, revokedBy: endedBy };
    case 'expired':
      return { ...common, ...ending(), state };
    case 'declined':
      return { ...common, ...ending(), state, declinedBy: present(row, 'endedBy') };
    default:
      throw new TypeError(`invitation ${row.id} is in the unknown state ${state}`);
  }
}

function commonFromRow(row: InvitationRow) {
  const { version, userId, domain, requestedBy, requestedAt, ticket, reasonText, lifetimeMs, justification } = row;
  const reissue: Reissue = {
    reason: row.reason as ReissueReason,
    reasonText,
    ticket,
    delivery: row.delivery as Delivery,
    lifetimeMs,
    evidence: row.evidence as CallerEvidence[],
    justification,
  };
  const id = row.id as InvitationId;
  return { id, version, userId, domain, requestedBy, requestedAt, ...reissue, oldDevice: oldDeviceFromRow(row) };
}

function oldDeviceFromRow(row: InvitationRow): OldDevice | null {
  if (row.oldInstanceId === null) return null;
  const fate = present(row, 'oldDeviceFate') as OldDeviceFate;
  return { instanceId: row.oldInstanceId, fate, state: present(row, 'oldDeviceState') as OldDevice['state'] };
}

function readOutFromRow(row: InvitationRow): ReadOut | null {
  return row.readOutHash === null ? null : { codeHash: row.readOutHash, browserHash: present(row, 'browserHash') };
}

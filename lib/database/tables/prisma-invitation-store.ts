import type { UserKey } from '../../shared/identifiers/user-key';
import type { Prisma, PrismaClient } from '../../generated/prisma/client';
import type { SideEffects } from '../../messaging/side-effects';
import {
  CURRENT_STATES,
  isCurrent,
  type AwaitingApproval,
  type CurrentInvitation,
  type Invitation,
  type Live,
  type Revoked,
} from '../../helpdesk/invitations/invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { InvitationStore } from '../../helpdesk/invitations/invitation-store';
import { accept, refuse, type Result } from '../../shared/result';
import { announceChange } from '../announce-change';
import { withdrawMessages } from '../append-messages';
import { invitationFromRow, rowFromInvitation } from './invitation-row';
import type { PersistSideEffects } from '../persist-side-effects';
import { violatesUnique } from '../violates-unique';

const CURRENT = { in: [...CURRENT_STATES] };

export class PrismaInvitationStore implements InvitationStore {
  private readonly client: PrismaClient;
  private readonly persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.client = client;
    this.persist = persist;
  }

  async find(id: InvitationId): Promise<Invitation | null> {
    const row = await this.client.invitation.findUnique({ where: { id } });
    return row && invitationFromRow(row);
  }

  async findByToken(tokenHash: string): Promise<Invitation | null> {
    const row = await this.client.invitation.findUnique({ where: { tokenHash } });
    return row && invitationFromRow(row);
  }

  async findByBrowser(browserHash: string): Promise<CurrentInvitation | null> {
    return this.findOneCurrent({ browserHash });
  }

  async findCurrent({ userId, domain }: UserKey): Promise<CurrentInvitation | null> {
    return this.findOneCurrent({ userId, domain });
  }

  async listFor({ userId, domain }: UserKey, limit: number): Promise<Invitation[]> {
    return this.list({ userId, domain }, limit);
  }

  async listSince(since: Date, limit: number): Promise<Invitation[]> {
    return this.list({ requestedAt: { gte: since } }, limit);
  }

  async listAwaiting(limit: number): Promise<AwaitingApproval[]> {
    const where = { state: 'awaiting-approval' };
    const rows = await this.client.invitation.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(invitationFromRow).filter((invitation) => invitation.state === 'awaiting-approval');
  }

  async listDue(now: Date, limit: number): Promise<Invitation[]> {
    const isOverdue = { state: CURRENT, endsAt: { lte: now } };
    const where = { OR: [isOverdue, { oldDeviceState: { in: ['lock-due', 'removal-due'] } }] };
    const rows = await this.client.invitation.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(invitationFromRow);
  }

  async create(
    invitation: AwaitingApproval | Live,
    replaced: Revoked | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-current' | 'version-moved'>> {
    try {
      return await this.client.$transaction(async (transaction) => {
        if (replaced && !(await saveInvitation(transaction, replaced))) return refuse('version-moved');
        if (replaced) await this.end(transaction, replaced);
        await transaction.invitation.create({ data: rowFromInvitation(invitation) });
        await announceChange(transaction, invitation.id);
        await this.persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'user_id') || violatesUnique(error, 'invitation_one_current'))
        return refuse('already-current');
      throw error;
    }
  }

  async save(invitation: Invitation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return this.client.$transaction(async (transaction) => {
      if (!(await saveInvitation(transaction, invitation))) return refuse('version-moved');
      if (!isCurrent(invitation) && invitation.state !== 'used') await this.end(transaction, invitation);
      await this.persist(transaction, sideEffects);
      return accept(null);
    });
  }

  /** What has not been sent yet would open nothing. */
  private async end(transaction: Prisma.TransactionClient, invitation: Invitation & { endedAt: Date }): Promise<void> {
    await withdrawMessages(transaction, invitation.id, invitation.endedAt);
  }

  private async findOneCurrent(where: Prisma.InvitationWhereInput): Promise<CurrentInvitation | null> {
    const row = await this.client.invitation.findFirst({ where: { ...where, state: CURRENT } });
    const invitation = row && invitationFromRow(row);
    return invitation && isCurrent(invitation) ? invitation : null;
  }

  private async list(where: Prisma.InvitationWhereInput, limit: number): Promise<Invitation[]> {
    const rows = await this.client.invitation.findMany({ where, orderBy: { requestedAt: 'desc' }, take: limit });
    return rows.map(invitationFromRow);
  }
}

/** @returns whether it was still in the version that the move was made from */
export async function saveInvitation(transaction: Prisma.TransactionClient, invitation: Invitation): Promise<boolean> {
  const where = { id: invitation.id, version: invitation.version - 1 };
  const { count } = await transaction.invitation.updateMany({ where, data: rowFromInvitation(invitation) });
  if (count === 0) return false;
  await announceChange(transaction, invitation.id);
  return true;
}

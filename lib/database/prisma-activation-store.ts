import type { Activation, PendingActivation, Requested } from '../activation/activation';
import { isPending, PENDING_STATES } from '../activation/activation';
import type { GatewayUser } from '../activation/activation-gateway';
import type { ActivationId } from '../activation/activation-id';
import type { ActivationStore } from '../activation/activation-store';
import type { AuditEvent } from '../audit/audit-event';
import type { InvitationId } from '../helpdesk/invitation-id';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import type { Clock } from '../shared/clock';
import { accept, refuse, type Result } from '../shared/result';
import { activationFromRow, rowFromActivation } from './activation-row';
import { announceChange } from './announce-change';
import type { AuditAppender } from './append-audit-records';
import { violatesUnique } from './violates-unique';

const REFUSED_BY_GATEWAY = ['no-licence', 'activation-limit-reached', 'refused-by-gateway', 'credential-refused'];

export class PrismaActivationStore implements ActivationStore {
  private readonly client: PrismaClient;
  private readonly clock: Clock;
  private readonly appender: AuditAppender;

  constructor(client: PrismaClient, clock: Clock, appender: AuditAppender) {
    this.client = client;
    this.clock = clock;
    this.appender = appender;
  }

  async find(id: ActivationId): Promise<Activation | null> {
    const row = await this.client.activation.findUnique({ where: { id } });
    return row && activationFromRow(row);
  }

  async findPending({ userId, domain }: GatewayUser): Promise<PendingActivation | null> {
    const row = await this.client.activation.findFirst({
      where: { userId, domain, state: { in: [...PENDING_STATES] } },
    });
    const activation = row && activationFromRow(row);
    return activation && isPending(activation) ? activation : null;
  }

  async findByStartKey({ userId, domain }: GatewayUser, startKey: string): Promise<Activation | null> {
    const row = await this.client.activation.findUnique({
      where: { userId_domain_startKey: { userId, domain, startKey } },
    });
    return row && activationFromRow(row);
  }

  async findByRegistration(registrationIdentifier: string): Promise<Activation | null> {
    const row = await this.client.activation.findFirst({
      where: { registrationIdentifier },
      orderBy: { requestedAt: 'desc' },
    });
    return row && activationFromRow(row);
  }

  async findInvited(invitationId: InvitationId): Promise<Activation | null> {
    const row = await this.client.activation.findFirst({ where: { invitationId }, orderBy: { requestedAt: 'desc' } });
    return row && activationFromRow(row);
  }

  async listDue(now: Date, limit: number): Promise<PendingActivation[]> {
    const where = { state: { in: [...PENDING_STATES] }, OR: unclaimed(now) };
    const rows = await this.client.activation.findMany({ where, orderBy: { expiresAt: 'asc' }, take: limit });
    return rows.map(activationFromRow).filter(isPending);
  }

  async claim(id: ActivationId, now: Date, until: Date): Promise<boolean> {
    const where = { id, state: { in: [...PENDING_STATES] }, OR: unclaimed(now) };
    const { count } = await this.client.activation.updateMany({ where, data: { leasedUntil: until } });
    return count === 1;
  }

  async moveClaim(id: ActivationId, until: Date): Promise<void> {
    await this.client.activation.updateMany({ where: { id }, data: { leasedUntil: until } });
  }

  async countStarts(user: GatewayUser, since: Date): Promise<number> {
    return this.client.activation.count({ where: startsSince(user, since) });
  }

  async oldestStart(user: GatewayUser, since: Date): Promise<Date | null> {
    const where = startsSince(user, since);
    const row = await this.client.activation.findFirst({
      where,
      orderBy: { requestedAt: 'asc' },
      select: { requestedAt: true },
    });
    return row?.requestedAt ?? null;
  }

  async create(
    activation: Requested,
    startKey: string | null,
    leasedUntil: Date,
    events: AuditEvent[],
  ): Promise<Result<null, 'already-pending' | 'start-key-used'>> {
    try {
      await this.client.$transaction(async (transaction) => {
        await transaction.activation.create({ data: { ...rowFromActivation(activation), startKey, leasedUntil } });
        await this.complete(transaction, activation, events);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'activation_one_pending')) return refuse('already-pending');
      if (violatesUnique(error, 'start_key')) return refuse('start-key-used');
      throw error;
    }
  }

  async save(activation: Activation, events: AuditEvent[]): Promise<Result<null, 'version-moved'>> {
    return this.client.$transaction(async (transaction) => {
      const where = { id: activation.id, version: activation.version - 1 };
      const { count } = await transaction.activation.updateMany({ where, data: rowFromActivation(activation) });
      if (count === 0) return refuse('version-moved');
      await this.complete(transaction, activation, events);
      return accept(null);
    });
  }

  private async complete(
    transaction: Prisma.TransactionClient,
    activation: Activation,
    events: AuditEvent[],
  ): Promise<void> {
    const { id, invitationId } = activation;
    await announceChange(transaction, ...(invitationId === null ? [id] : [id, invitationId]));
    await this.appender.append(transaction, events, this.clock.now());
  }
}

function unclaimed(now: Date): Prisma.ActivationWhereInput[] {
  return [{ leasedUntil: null }, { leasedUntil: { lte: now } }];
}

function startsSince({ userId, domain }: GatewayUser, since: Date): Prisma.ActivationWhereInput {
  return {
    userId,
    domain,
    invitationId: null,
    requestedAt: { gt: since },
    OR: [{ failureReason: null }, { failureReason: { notIn: REFUSED_BY_GATEWAY } }],
  };
}

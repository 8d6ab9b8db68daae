import type { Session, SessionId } from '../access/session';
import type { SessionStore } from '../access/session-store';
import type { InvitationId } from '../helpdesk/invitation-id';
import type { PrismaClient } from '../generated/prisma/client';

export class PrismaSessionStore implements SessionStore {
  private readonly client: PrismaClient;

  constructor(client: PrismaClient) {
    this.client = client;
  }

  async create(session: Session): Promise<void> {
    await this.client.session.create({ data: session });
  }

  async find(id: SessionId, now: Date): Promise<Session | null> {
    const row = await this.client.session.findUnique({ where: { id, revokedAt: null, expiresAt: { gt: now } } });
    if (!row) return null;
    const { userId, domain, createdAt, authenticatedAt, expiresAt } = row;
    const invitationId = row.invitationId as InvitationId | null;
    return { id, userId, domain, createdAt, authenticatedAt, expiresAt, invitationId };
  }

  async confirm(id: SessionId, authenticatedAt: Date): Promise<void> {
    await this.client.session.updateMany({ where: { id }, data: { authenticatedAt } });
  }

  async revoke(id: SessionId, now: Date): Promise<void> {
    await this.client.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  }

  async revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number> {
    const where = {
      userId,
      domain,
      revokedAt: null,
      expiresAt: { gt: now },
      ...(except === null ? {} : { id: { not: except } }),
    };
    const { count } = await this.client.session.updateMany({ where, data: { revokedAt: now } });
    return count;
  }

  async purge(before: Date): Promise<number> {
    const { count } = await this.client.session.deleteMany({ where: { expiresAt: { lt: before } } });
    return count;
  }
}

import type { CodeRequest, CodeRequestStore, MadeCode } from '../../../helpdesk/administration/code-request';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { storeMailedSecret } from './prisma-mailed-secret-store';

export class PrismaCodeRequestStore implements CodeRequestStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async add({ id, purpose, user, holderHash, origin, dueAt }: CodeRequest): Promise<void> {
    const { userId, domain } = user;
    await this.#client.codeRequest.create({ data: { id, purpose, userId, domain, holderHash, ...origin, dueAt } });
  }

  async listDue(now: Date, limit: number): Promise<CodeRequest[]> {
    const rows = await this.#client.codeRequest.findMany({
      where: { dueAt: { lte: now } },
      orderBy: { dueAt: 'asc' },
      take: limit,
    });
    return rows.map(({ id, purpose, userId, domain, holderHash, correlationId, address, dueAt }) => ({
      id,
      purpose: purpose as CodeRequest['purpose'],
      user: { userId, domain },
      holderHash,
      origin: { correlationId, address },
      dueAt,
    }));
  }

  async end(id: string, madeCode: MadeCode | null): Promise<boolean> {
    return this.#client.$transaction(async (transaction) => {
      const { count } = await transaction.codeRequest.deleteMany({ where: { id } });
      if (count === 0) return false;
      if (madeCode) {
        await storeMailedSecret(transaction, madeCode.secret, madeCode.now);
        await this.#persist(transaction, madeCode.sideEffects);
      }
      return true;
    });
  }
}

import type { PrismaClient } from '../../../generated/prisma/client';
import {
  managerWordsContext,
  type ManagerRequest,
  type ManagerRequestStore,
} from '../../../helpdesk/caller-check/manager/manager-request';
import type { SideEffects } from '../../../messaging/new-message';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { Result } from '../../../shared/result';
import { DAY } from '../../../shared/time/duration';
import type { Encrypter } from '../../../shared/encrypter';
import { announceChange } from '../../side-effects/announce-change';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';

export class PrismaManagerRequestStore implements ManagerRequestStore {
  readonly #client: PrismaClient;
  readonly #encrypter: Encrypter;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, encrypter: Encrypter, persist: PersistSideEffects) {
    this.#client = client;
    this.#encrypter = encrypter;
    this.#persist = persist;
  }

  async find(id: ManagerRequestId, domain: string): Promise<ManagerRequest | null> {
    const row = await this.#client.managerRequest.findUnique({ where: { id, domain } });
    if (!row) return null;
    const { encryptedWords, state, ...request } = row;
    const words = encryptedWords && (await this.#encrypter.decrypt(encryptedWords, managerWordsContext(id)));
    return { ...request, id, state: state as ManagerRequest['state'], words };
  }

  async create({ words, ...request }: ManagerRequest, sideEffects: SideEffects): Promise<void> {
    const encryptedWords = words && (await this.#encrypter.encrypt(words, managerWordsContext(request.id)));
    await this.#client.$transaction(async (transaction) => {
      const overSince = new Date(request.askedAt.getTime() - DAY);
      await transaction.managerRequest.deleteMany({ where: { expiresAt: { lt: overSince } } });
      await transaction.managerRequest.create({ data: { ...request, encryptedWords } });
      await this.#persist(transaction, sideEffects);
    });
  }

  async save(request: ManagerRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const { id, version, state, expiresAt } = request;
      const where = { id, ...previousVersion(request) };
      // Every move is an answer or comes after it.
      const data = { version, state, expiresAt, encryptedWords: null };
      const { count } = await transaction.managerRequest.updateMany({ where, data });
      await announceChange(transaction, id);
      return count === 1;
    });
  }
}

import type { SideEffects } from '@/lib/messaging/new-message';
import type {
  AccountDecision,
  AccountRequest,
  AccountRequestId,
  AccountRequestStore,
} from '@/lib/service-accounts/account-request';
import type { ServiceAccount, ServiceAccountId } from '@/lib/service-accounts/service-account';
import type { KeptKey, SavedBy, ServiceAccountStore } from '@/lib/service-accounts/service-account-store';
import type { ServiceKeyId } from '@/lib/service-accounts/service-key';
import { serviceScopes } from '@/lib/service-accounts/service-scope';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import { MINUTE } from '@/lib/shared/time/duration';
import type { MemorySideEffects } from './memory-side-effects';

type IsAdministrator = (user: UserKey) => Promise<boolean>;

/** Both ports in maps. Nothing is awaited between reading and writing, which makes every method atomic. */
export class MemoryServiceAccounts {
  readonly #accounts = new Map<ServiceAccountId, ServiceAccount>();
  readonly #hashes = new Map<ServiceKeyId, string>();
  readonly #requests = new Map<AccountRequestId, AccountRequest>();
  readonly #told = new Map<ServiceAccountId, number>();
  readonly #sideEffects: MemorySideEffects;
  readonly #isAdministrator: IsAdministrator;

  constructor(sideEffects: MemorySideEffects, isAdministrator: IsAdministrator) {
    this.#sideEffects = sideEffects;
    this.#isAdministrator = isAdministrator;
  }

  readonly accounts: ServiceAccountStore = {
    find: async (id, domain) => {
      const account = this.#accounts.get(id);
      return account?.domain === domain ? account : null;
    },
    list: async (domain, limit) =>
      [...this.#accounts.values()]
        .filter((account) => account.domain === domain)
        .toSorted((left, right) => endOf(right) - endOf(left) || right.createdAt.getTime() - left.createdAt.getTime())
        .slice(0, limit),
    findKey: async (id) => this.#findKey(id),
    save: async (account, newKeyHash, saved) => {
      const isPermitted = await this.#isAdministrator(saved.by);
      return isPermitted ? this.#save(account, newKeyHash, saved) : refuse('not-permitted');
    },
    noteUse: async (id, at, address) => {
      const kept = this.#findKey(id);
      const lastUse = kept?.key.lastUse;
      if (!kept || (lastUse && at.getTime() - lastUse.at.getTime() < MINUTE)) return;
      const keys = kept.account.keys.map((key) => (key.id === id ? { ...key, lastUse: { at, address } } : key));
      this.#accounts.set(kept.account.id, { ...kept.account, keys });
    },
    listExpiring: async (before, limit) =>
      [...this.#accounts.values()]
        .filter((account) => account.expiresAt < before && this.#isUntold(account))
        .toSorted((left, right) => left.expiresAt.getTime() - right.expiresAt.getTime())
        .slice(0, limit),
    noteTold: async (account, sideEffects) => {
      const now = this.#accounts.get(account.id);
      if (!now || now.expiresAt.getTime() !== account.expiresAt.getTime() || !this.#isUntold(now)) return false;
      this.#told.set(account.id, account.expiresAt.getTime());
      this.#sideEffects.keep(sideEffects);
      return true;
    },
  };

  readonly requests: AccountRequestStore = {
    find: async (id) => this.#requests.get(id) ?? null,
    listAwaiting: async (domain, limit) =>
      this.#oldestRequests()
        .filter((request) => request.domain === domain)
        .slice(0, limit),
    listOverdue: async (now, limit) =>
      this.#oldestRequests()
        .filter(({ endsAt }) => endsAt <= now)
        .slice(0, limit),
    create: async (request, sideEffects) => this.#create(request, sideEffects),
    decide: async (request, decision, by, at, sideEffects) => {
      const asker = { userId: request.requestedBy, domain: request.domain };
      const isPermitted = decision !== 'approved' || (await this.#isAdministrator(asker));
      return isPermitted ? this.#decide(request, decision, by, at, sideEffects) : refuse('not-permitted');
    },
  };

  #oldestRequests(): AccountRequest[] {
    return [...this.#requests.values()].toSorted(
      (left, right) => left.requestedAt.getTime() - right.requestedAt.getTime(),
    );
  }

  #save(account: ServiceAccount, newKeyHash: string | null, { sideEffects }: SavedBy): Result<null, 'version-moved'> {
    const known = this.#accounts.get(account.id);
    if (known?.version !== account.version - 1) return refuse('version-moved');
    const [newest] = account.keys;
    if (newKeyHash !== null && newest) this.#hashes.set(newest.id, newKeyHash);
    const lastUses = new Map(known.keys.map(({ id, lastUse }) => [id, lastUse]));
    const keys = account.keys.map((key) => ({ ...key, lastUse: lastUses.get(key.id) ?? null }));
    this.#accounts.set(account.id, { ...account, keys });
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  #create(request: AccountRequest, sideEffects: SideEffects): Result<null, 'already-asked' | 'name-taken'> {
    const waiting = [...this.#requests.values()];
    if (waiting.some(({ accountId }) => accountId === request.accountId)) return refuse('already-asked');
    const { domain, name } = request;
    const isSame = (other: { domain: string; name: string }) => other.domain === domain && other.name === name;
    const names = waiting.filter(({ limits }) => limits !== null).some(isSame);
    if (request.limits && (names || this.#isNamed(request))) return refuse('name-taken');
    this.#requests.set(request.id, request);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  #decide(
    { id, accountId, domain, name, scopes, limits, requestedBy }: AccountRequest,
    decision: AccountDecision,
    by: string | null,
    at: Date,
    sideEffects: SideEffects,
  ): Result<null, 'not-awaiting' | 'ended' | 'name-taken'> {
    if (!this.#requests.has(id)) return refuse('not-awaiting');
    if (decision === 'approved') {
      const known = this.#accounts.get(accountId);
      if (limits && this.#isNamed({ domain, name })) return refuse('name-taken');
      if (!limits && (!known || known.endedAt)) return refuse('ended');
      const ends = { suspendedAt: null, endedAt: null, keys: [], returnAddresses: [] };
      const people = { requestedBy, approvedBy: by ?? '', createdAt: at };
      if (limits)
        this.#accounts.set(accountId, {
          id: accountId,
          domain,
          version: 1,
          name,
          scopes,
          ...limits,
          ...people,
          ...ends,
        });
      else if (known)
        this.#accounts.set(accountId, {
          ...known,
          version: known.version + 1,
          scopes: serviceScopes([...known.scopes, ...scopes]),
        });
    }
    this.#requests.delete(id);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  #isNamed({ domain, name }: { domain: string; name: string }): boolean {
    return [...this.#accounts.values()].some(
      (account) => account.domain === domain && account.name === name && account.endedAt === null,
    );
  }

  #isUntold({ id, expiresAt, suspendedAt, endedAt }: ServiceAccount): boolean {
    return suspendedAt === null && endedAt === null && (this.#told.get(id) ?? 0) < expiresAt.getTime();
  }

  #findKey(id: ServiceKeyId): KeptKey | null {
    const hash = this.#hashes.get(id);
    for (const account of this.#accounts.values()) {
      const key = account.keys.find((known) => known.id === id);
      if (key && hash !== undefined) return { account, key, hash };
    }
    return null;
  }
}

function endOf({ endedAt }: ServiceAccount): number {
  return endedAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

import {
  ACCOUNT_REQUESTS,
  type AccountRequest,
  type UnmetAccount,
} from '@/lib/helpdesk/service-accounts/account-request';
import type { ServiceAccount, ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { KeptKey, SavedBy, ServiceAccountStore } from '@/lib/helpdesk/service-accounts/service-account-store';
import type { ServiceKeyId } from '@/lib/helpdesk/service-accounts/service-key';
import { serviceScopes } from '@/lib/helpdesk/service-accounts/service-scope';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import { MINUTE } from '@/lib/shared/time/duration';
import { MemoryApprovalStore } from './memory-approval-store';
import type { MemorySideEffects } from './memory-side-effects';

type IsAdministrator = (user: UserKey) => Promise<boolean>;

/** Both ports in maps. Nothing is awaited between reading and writing, which makes every method atomic. */
export class MemoryServiceAccounts {
  readonly #accounts = new Map<ServiceAccountId, ServiceAccount>();
  readonly #hashes = new Map<ServiceKeyId, string>();
  readonly #told = new Map<ServiceAccountId, number>();
  readonly #sideEffects: MemorySideEffects;
  readonly #isAdministrator: IsAdministrator;
  readonly approvals: MemoryApprovalStore;

  constructor(sideEffects: MemorySideEffects, isAdministrator: IsAdministrator) {
    this.#sideEffects = sideEffects;
    this.#isAdministrator = isAdministrator;
    this.approvals = new MemoryApprovalStore(sideEffects, {
      [ACCOUNT_REQUESTS.name]: {
        isHeld: ({ requestedBy, domain }) => isAdministrator({ userId: requestedBy, domain }),
        apply: (approval) => this.#make(approval),
      },
    });
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
    hasName: async (domain, name) => this.#isNamed({ domain, name }),
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

  /** What `makeServiceAccount` does. */
  #make(approval: AccountRequest): UnmetAccount | null {
    if (approval.state !== 'approved') return null;
    const { subject, domain, requestedBy, decidedBy, endedAt } = approval;
    const { accountId, name, scopes, limits } = subject;
    const known = this.#accounts.get(accountId);
    if (limits && this.#isNamed({ domain, name })) return 'name-taken';
    if (!limits && (!known || known.endedAt)) return 'ended';
    if (limits) {
      const ends = { suspendedAt: null, endedAt: null, keys: [], returnAddresses: [] };
      const people = { requestedBy, approvedBy: decidedBy ?? '', createdAt: endedAt ?? approval.requestedAt };
      this.#accounts.set(accountId, { id: accountId, domain, version: 1, name, scopes, ...limits, ...people, ...ends });
    } else if (known) {
      const both = serviceScopes([...known.scopes, ...scopes]);
      this.#accounts.set(accountId, { ...known, version: known.version + 1, scopes: both });
    }
    return null;
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

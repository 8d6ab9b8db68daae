import { PIN_TRIES, pauseAfter } from '../../shared/pin-tries';
import type { Account, UsableAccount } from './account';
import type { PhoneDatabase } from './phone-database';

/** The phone's accounts. Each change is one transaction, so that other tabs never see half of it. */
export class AccountStore {
  readonly #database: PhoneDatabase;
  readonly #onGone: (instanceId: string) => void;

  /** @param onGone called for each account that is removed or wiped here, and not for what the browser deletes */
  constructor(database: PhoneDatabase, onGone: (instanceId: string) => void = () => {}) {
    this.#database = database;
    this.#onGone = onGone;
  }

  /** Oldest first. */
  async list(): Promise<Account[]> {
    const accounts = await this.#database.getAll('accounts');
    return accounts.sort((left, right) => left.activatedAt.localeCompare(right.activatedAt));
  }

  async find(instanceId: string): Promise<Account | null> {
    return (await this.#database.get('accounts', instanceId)) ?? null;
  }

  /** Also erases the pending activation that led to it. */
  async add(account: UsableAccount): Promise<void> {
    const transaction = this.#database.transaction(['accounts', 'pendingActivation'], 'readwrite');
    await transaction.objectStore('accounts').put(account);
    const pending = transaction.objectStore('pendingActivation');
    if ((await pending.get('pending'))?.account.instanceId === account.instanceId) await pending.delete('pending');
    await transaction.done;
  }

  /** Removing the last account also forgets all pinned website keys. */
  async remove(instanceId: string): Promise<void> {
    const transaction = this.#database.transaction(['accounts', 'siteKeys'], 'readwrite');
    const accounts = transaction.objectStore('accounts');
    await accounts.delete(instanceId);
    if ((await accounts.count()) === 0) await transaction.objectStore('siteKeys').clear();
    await transaction.done;
    this.#onGone(instanceId);
  }

  /** @returns false when the account is removed or wiped; then nothing changes */
  async change(instanceId: string, changes: Partial<Omit<UsableAccount, 'instanceId' | 'state'>>): Promise<boolean> {
    const transaction = this.#database.transaction('accounts', 'readwrite');
    const account = await transaction.store.get(instanceId);
    const isThere = account?.state === 'usable';
    if (isThere) await transaction.store.put({ ...account, ...changes });
    await transaction.done;
    return isThere;
  }

  /**
   * Counts a try before the PIN is checked, so that neither a reload nor a second tab gives it back, and starts the pause
   * before the next. Wipes an account that has no try left, because the page was closed during the last one.
   * @param now milliseconds since 1970
   */
  async takeTry(instanceId: string, now: number): Promise<Account | null> {
    const transaction = this.#database.transaction('accounts', 'readwrite');
    let account: Account | null = (await transaction.store.get(instanceId)) ?? null;
    if (account?.state === 'usable') {
      const triesLeft = account.triesLeft - 1;
      account = triesLeft < 0 ? wiped(account) : { ...account, triesLeft, mayTryAt: now + pauseAfter(triesLeft) };
      await transaction.store.put(account);
    }
    await transaction.done;
    if (account?.state === 'wiped') this.#onGone(instanceId);
    return account;
  }

  async giveTriesBack(instanceId: string): Promise<void> {
    await this.change(instanceId, { triesLeft: PIN_TRIES, mayTryAt: 0 });
  }

  /** Of any account: its copy is erased, or handed out. */
  async forgetCopy(instanceId: string): Promise<void> {
    const transaction = this.#database.transaction('accounts', 'readwrite');
    const account = await transaction.store.get(instanceId);
    if (account) {
      const { copy: _erased, ...rest } = account;
      await transaction.store.put(rest);
    }
    await transaction.done;
  }

  /** Deletes an account's keys; what remains lets the app say so. */
  async wipe(instanceId: string): Promise<void> {
    const transaction = this.#database.transaction('accounts', 'readwrite');
    const account = await transaction.store.get(instanceId);
    if (account?.state === 'usable') await transaction.store.put(wiped(account));
    await transaction.done;
    this.#onGone(instanceId);
  }
}

function wiped({ instanceId, userId, domain, name, activatedAt, copy }: UsableAccount): Account {
  return { state: 'wiped', instanceId, userId, domain, name, activatedAt, ...(copy && { copy }) };
}

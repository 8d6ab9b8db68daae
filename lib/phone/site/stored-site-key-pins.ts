import type { PhoneDatabase } from '../accounts/phone-database';
import type { SiteKeyPins } from './site-key-pins';

/** Next to the accounts, in the browser's database; gone with the last of them. */
export class StoredSiteKeyPins implements SiteKeyPins {
  readonly #database: PhoneDatabase;

  constructor(database: PhoneDatabase) {
    this.#database = database;
  }

  async find(origin: string): Promise<readonly string[]> {
    return (await this.#database.get('siteKeys', origin)) ?? [];
  }

  async keep(origin: string, publicKeys: readonly string[]): Promise<void> {
    await this.#database.put('siteKeys', [...publicKeys], origin);
  }
}

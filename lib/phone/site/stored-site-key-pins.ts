import type { PhoneDatabase } from '../accounts/phone-database';
import type { SiteKeyPins } from './site-key-pins';

/** In the browser's database, until the last account is removed. */
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

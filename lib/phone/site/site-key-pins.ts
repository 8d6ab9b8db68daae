import type { PhoneDatabase } from '../accounts/phone-database';

/**
 * PORT of the phone: the keys that it holds a website to, from its first activation there on.
 *
 * What this is for: the list of keys that a website publishes is only as good as the way it takes, through the website's
 * database, its caches and proxies, and the network with its certificates. Whoever comes to sit on that way can put a key
 * of their own into the list and sign images with it. A phone that has been there before does not follow: it accepts a
 * new key only when an unbroken row of endorsements, each key's by the one before it, leads to it from a key that it
 * holds, and those take the private keys. The first visit has nothing to hold the website to. And a phone app that comes
 * from the same website, as the one in the browser does, is protected from what changes the list, not from what changes
 * the app; one that is installed from elsewhere, as the one in the terminal is, from both.
 */
export interface SiteKeyPins {
  /** Public keys in base64url; none when this phone was never activated there. */
  find(origin: string): Promise<readonly string[]>;
  /** Puts these in the place of what was held before. */
  keep(origin: string, publicKeys: readonly string[]): Promise<void>;
}

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

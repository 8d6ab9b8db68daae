import type { GatewayAddress } from './gateway-address';
import type { PhoneDatabase } from './accounts/phone-database';

const KEY = 'address';

/** What the website last told of its gateway, so that the app knows it without a network. */
export class StoredGatewayAddress {
  readonly #database: PhoneDatabase;

  constructor(database: PhoneDatabase) {
    this.#database = database;
  }

  async find(): Promise<GatewayAddress | null> {
    return (await this.#database.get('gateway', KEY)) ?? null;
  }

  /** Where there is no room the website is asked again. */
  async keep(address: GatewayAddress): Promise<void> {
    await this.#database.put('gateway', address, KEY).catch(() => undefined);
  }
}

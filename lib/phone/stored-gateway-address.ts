import type { GatewayAddress } from './gateway-address';
import type { PhoneDatabase } from './accounts/phone-database';

const KEY = 'address';

/** The gateway address that the website last published, so that the app has it offline. */
export class StoredGatewayAddress {
  readonly #database: PhoneDatabase;

  constructor(database: PhoneDatabase) {
    this.#database = database;
  }

  async find(): Promise<GatewayAddress | null> {
    return (await this.#database.get('gateway', KEY)) ?? null;
  }

  /** A full store is no failure: the app then fetches the address again. */
  async keep(address: GatewayAddress): Promise<void> {
    await this.#database.put('gateway', address, KEY).catch(() => undefined);
  }
}

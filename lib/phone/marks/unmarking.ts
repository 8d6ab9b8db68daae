import { MARKS_AT_ONCE } from '../../shared/codes/device-marks';
import type { Channel } from '../call-service';
import { GatewayFailure } from '../gateway-failure';
import { askMarks } from './ask-marks';

/** Not in the database of accounts, which erases what this is about. */
const KEY = 'tessera.unmarked';

/**
 * Devices that were removed or erased here on purpose, until the site has heard of it: what this browser has not lost is not
 * to be called lost.
 */
export class Unmarking {
  readonly #origin: string;
  readonly #channel: Channel | undefined;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

  constructor(origin: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, channel?: Channel) {
    this.#origin = origin;
    this.#storage = storage;
    this.#channel = channel;
  }

  /** Keeps it before it is told, because there may be no network. */
  async unmark(instanceId: string): Promise<void> {
    this.#keep([...this.#waiting(), instanceId].slice(-MARKS_AT_ONCE));
    await this.tell();
  }

  /** @returns whether the site has heard of all of them */
  async tell(): Promise<boolean> {
    const waiting = this.#waiting();
    if (waiting.length === 0) return true;
    try {
      // Also where it is refused: a browser that is not remembered has nothing to be forgotten.
      await askMarks(this.#origin, { unmark: waiting }, this.#channel);
    } catch (error) {
      if (error instanceof GatewayFailure) return false;
      throw error;
    }
    this.#keep(this.#waiting().filter((instanceId) => !waiting.includes(instanceId)));
    return true;
  }

  #waiting(): string[] {
    const ids: unknown = JSON.parse(this.#storage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  }

  #keep(instanceIds: readonly string[]): void {
    if (instanceIds.length === 0) this.#storage.removeItem(KEY);
    else this.#storage.setItem(KEY, JSON.stringify(instanceIds));
  }
}

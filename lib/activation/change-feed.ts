import type { ActivationId } from './activation-id';

/** PORT: tells, in every process, that an activation has moved. `ActivationStore` publishes with each write. */
export interface ChangeFeed {
  /**
   * Calls `listener` after each move of the activation, and once more whenever notices may have been missed, so it must
   * read the activation to learn what is true. Resolves when no later move can be missed.
   * @returns a function that ends the subscription
   */
  subscribe(id: ActivationId, listener: () => void): Promise<() => void>;
}

/** What an attempt answers when what it had read has been changed by somebody else before it was saved. */
export const CONFLICT = Symbol('conflict');
export type Conflict = typeof CONFLICT;

/**
 * Attempts of one use case. Each conflict needs another writer to have succeeded meanwhile, so that even a crowd on one
 * record ends sooner.
 */
export const MAXIMUM_ATTEMPTS = 100;

/**
 * Optimistic concurrency: reads, decides and saves again, from what is there now, until nobody comes between.
 * @throws Error when every attempt met a conflict
 */
export async function retryOnConflict<Value>(attempt: () => Promise<Value | Conflict>): Promise<Value> {
  for (let attempts = 0; attempts < MAXIMUM_ATTEMPTS; attempts++) {
    const outcome = await attempt();
    if (outcome !== CONFLICT) return outcome;
  }
  throw new Error(`others came between ${MAXIMUM_ATTEMPTS} times`);
}

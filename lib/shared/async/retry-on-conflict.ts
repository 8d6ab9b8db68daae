/** Returned by an attempt whose save found another version than it had read. */
export const CONFLICT = Symbol('conflict');
export type Conflict = typeof CONFLICT;

/**
 * Attempts of one use case. Each conflict means that another writer has succeeded, so even a crowd on one record needs
 * fewer.
 */
export const MAXIMUM_ATTEMPTS = 100;

/**
 * Optimistic concurrency: reads, decides and saves again until no other writer interferes.
 * @throws Error when every attempt met a conflict
 */
export async function retryOnConflict<Value>(attempt: () => Promise<Value | Conflict>): Promise<Value> {
  for (let attempts = 0; attempts < MAXIMUM_ATTEMPTS; attempts++) {
    const outcome = await attempt();
    if (outcome !== CONFLICT) return outcome;
  }
  throw new Error(`conflicted with other writers ${MAXIMUM_ATTEMPTS} times`);
}

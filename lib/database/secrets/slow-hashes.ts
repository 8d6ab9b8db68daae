import { hash, verify } from '@node-rs/argon2';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';

/** argon2id (the library's default variant) with OWASP's first choice: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Limits of concurrent comparisons (19 MiB and a thread each) and of queued ones. A flood of guesses leaves threads for
 * other work; further comparisons are refused at once.
 */
const COMPARED_AT_A_TIME = 2;
const WAITING_FOR_THEIR_TURN = 100;

/** Hashes of secrets that people enter, which are slow to guess even for a reader of the database. */
export class SlowHashes {
  readonly #cost: typeof ARGON2;
  readonly #turns = bulkhead(COMPARED_AT_A_TIME, WAITING_FOR_THEIR_TURN);
  /** Compared where there is no hash, so that it takes as long. */
  #decoy: Promise<string> | null = null;

  /** @param cost of new hashes; existing ones are compared at their own */
  constructor(cost = ARGON2) {
    this.#cost = cost;
  }

  hash(text: string): Promise<string> {
    return hash(text, this.#cost);
  }

  /** @param expected null if there is none, which takes as long and matches nothing */
  async matches(expected: string | null, text: string): Promise<boolean | 'too-busy'> {
    this.#decoy ??= this.hash(crypto.randomUUID());
    const compared = expected ?? (await this.#decoy);
    const matches = await this.#turns
      .execute(() => verify(compared, text))
      .catch((error: unknown) => {
        if (isBulkheadRejectedError(error)) return 'too-busy' as const;
        throw error;
      });
    return matches === 'too-busy' ? matches : matches && expected !== null;
  }
}

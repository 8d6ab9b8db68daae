import { withTimeout } from '../../shared/async/with-timeout';
import { SECOND } from '../../shared/time/duration';
import type { Logger } from './logger';

const PATIENCE_MS = 3 * SECOND;

/** @property problem null, or the sentence of what is wrong, which may name servers */
export type CheckedPart<Part extends string> = { part: Part; problem: string | null };

/** Asks parts whether they are well: all of them, unless some are named. */
export type PartsChecker<Part extends string> = (parts?: readonly Part[]) => Promise<CheckedPart<Part>[]>;

/** @param checks each resolves if its part is healthy @param logger is told why one has failed */
export function partsChecker<Part extends string>(
  checks: Readonly<Partial<Record<Part, () => Promise<void>>>>,
  logger: Pick<Logger, 'warn'>,
): PartsChecker<Part> {
  return (parts = Object.keys(checks) as Part[]) =>
    Promise.all(
      parts.map(async (part) => {
        try {
          await withTimeout(PATIENCE_MS, checks[part]?.() ?? Promise.resolve());
          return { part, problem: null };
        } catch (error) {
          logger.warn({ err: error, part }, 'a health check failed');
          return { part, problem: error instanceof Error ? error.message : String(error) };
        }
      }),
    );
}

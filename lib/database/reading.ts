import { AsyncLocalStorage } from 'node:async_hooks';
import type { PrismaClient } from '../generated/prisma/client';

/** In here a statement that has lost its connection is sent once more, on another one. */
const repeatable = new AsyncLocalStorage<true>();

/** Prisma's own that write nothing. */
const READING_OPERATIONS: ReadonlySet<string> = new Set([
  'aggregate',
  'count',
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'findUnique',
  'findUniqueOrThrow',
  'groupBy',
]);

/**
 * Runs what only reads. A statement whose connection is lost may have been carried out, so that it is sent again only where it
 * says by this that it makes no difference.
 */
export function reading<Value>(read: () => PromiseLike<Value>): Promise<Value> {
  // Prisma sends nothing before somebody awaits it.
  return repeatable.run(true, async () => read());
}

/** Whether what is being sent only reads. */
export function isReading(): boolean {
  return repeatable.getStore() === true;
}

/** The client, whose operations that only read say so. Statements by hand say it themselves. */
export function sayingWhatReads(client: PrismaClient): PrismaClient {
  const saying = client.$extends({
    query: {
      $allOperations: ({ operation, args, query }) =>
        READING_OPERATIONS.has(operation) ? reading(() => query(args)) : query(args),
    },
  });
  // It adds nothing to the type but what it was extended by.
  return saying as unknown as PrismaClient;
}

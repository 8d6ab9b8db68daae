import type { Answerer } from '../http/exchange';

/** The started application, to the program that runs the server. */
export type RunningApplication = {
  /** Lets no page wait any longer and ends the work that no request asks for. */
  stop(): Promise<void>;
  /** Closes the database, when nothing is asked of it any more. */
  close(): Promise<void>;
  /** For what is answered in front of Next.js, which takes several times as long for a request. */
  answerers: readonly Answerer[];
};

/** The program that runs the server waits for this before it serves. */
export type Handover = { started(application: RunningApplication): void; failed(error: unknown): void };

const HANDOVER = Symbol.for('tessera.handover');

// The program and the application that it serves do not share modules, only the global object.
const shared = globalThis as unknown as Record<symbol, Handover | undefined>;

/** For the program: resolves when the application has started. Call it before the application is loaded. */
export function awaitApplication(): Promise<RunningApplication> {
  return new Promise((resolve, reject) => {
    shared[HANDOVER] = { started: resolve, failed: reject };
  });
}

/** For the application: null when something else than the program runs it. */
export function findHandover(): Handover | null {
  return shared[HANDOVER] ?? null;
}

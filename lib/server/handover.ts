import type { Answerer } from './http/exchange';
import type { WrittenMetrics } from './http/metrics-server';

/** The started application, as the program that runs the server sees it. */
export type RunningApplication = {
  /** Ends all long polls and background jobs. */
  stop(): Promise<void>;
  /** Closes the gateway and the database, once there are no more requests. */
  close(): Promise<void>;
  /** For requests that are answered in front of Next.js, which takes several times as long. */
  answerers: readonly Answerer[];
  metrics: WrittenMetrics;
  /** Whether somebody can sign in: accounts are here, or come from elsewhere. */
  hasAccounts: boolean;
  /** Gives each request that an answerer answers its span, where there are traces. */
  traced: (answerer: Answerer) => Answerer;
};

/** The program waits for this before it serves. */
export type Handover = { started(application: RunningApplication): void; failed(error: unknown): void };

const HANDOVER = Symbol.for('tessera.handover');

// The program and the application do not share modules, only the global object.
const shared = globalThis as unknown as Record<symbol, Handover | undefined>;

/** For the program: resolves when the application has started. Call it before loading the application. */
export function awaitApplication(): Promise<RunningApplication> {
  return new Promise((resolve, reject) => {
    shared[HANDOVER] = { started: resolve, failed: reject };
  });
}

/** For the application: null when it is not run by the program. */
export function findHandover(): Handover | null {
  return shared[HANDOVER] ?? null;
}

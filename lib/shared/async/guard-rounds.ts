import { processSingleton } from './process-singleton';

/**
 * How often a guard has done its work in this process, and how often it is meant to.
 * @property dueAt when the next round is due, in milliseconds since 1970
 */
export type GuardRounds = { readonly intervalMs: number; rounds: number; dueAt: number };

/** Every guard of this process by name, from the first moment that it is declared. */
export function guards(): ReadonlyMap<string, GuardRounds> {
  return declaredGuards();
}

/**
 * Declares work that a process does again and again and that nobody asks for. A guard that has stopped answers nobody an
 * error, so each is counted and watched from outside; nothing else of the server may set an interval.
 * @param name a label of a metric: of a closed set, never an address or a person
 * @returns counts one round
 */
export function declareGuard(name: string, intervalMs: number): () => void {
  const declared = declaredGuards();
  const guard = declared.get(name) ?? { intervalMs, rounds: 0, dueAt: Date.now() + intervalMs };
  declared.set(name, guard);
  return () => {
    guard.rounds += 1;
    guard.dueAt = Date.now() + guard.intervalMs;
  };
}

/** Runs a guard until it is ended; it keeps no process alive. @returns ends it */
export function guardEvery(name: string, intervalMs: number, round: () => void): () => void {
  const countRound = declareGuard(name, intervalMs);
  const timer = setInterval(() => {
    round();
    countRound();
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The program and the application have a copy of this module each. */
function declaredGuards(): Map<string, GuardRounds> {
  return processSingleton('guards', () => new Map<string, GuardRounds>());
}

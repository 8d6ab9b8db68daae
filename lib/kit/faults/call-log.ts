import { isCallNamed } from './call';
import type { Fault } from './fault';

/** A call that arrived. */
export type LoggedCall = {
  name: string;
  /** Origin of the server that was asked. */
  url: string;
  at: Date;
  /** What spoiled its answer; null when nothing did. */
  fault: Fault['kind'] | null;
  /** HTTP status that was sent; null when none was, or not yet. */
  status: number | null;
};

/** Calls that are kept; older ones are forgotten, so that a program that runs for weeks does not grow. */
const MAXIMUM_CALLS = 10_000;

/** What was asked of the servers, also when a fault spoiled the answer. */
export class CallLog {
  #calls: LoggedCall[] = [];

  /** @returns the entry, to which the status is added */
  note(name: string, url: string, fault: LoggedCall['fault'] = null): LoggedCall {
    const call: LoggedCall = { name, url, at: new Date(), fault, status: null };
    this.#calls.push(call);
    if (this.#calls.length > MAXIMUM_CALLS) this.#calls.shift();
    return call;
  }

  /** In the order in which they arrived. */
  list(): readonly LoggedCall[] {
    return this.#calls;
  }

  /**
   * How often a call arrived.
   * @param name as for a fault (`isCallNamed`); without it every call is counted
   * @param url of one server; without it all are counted
   */
  count(name = '*', url?: string): number {
    return this.#calls.filter((call) => isCallNamed(call.name, name) && (url === undefined || call.url === url)).length;
  }

  /** Counts for every name that arrived. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { name } of this.#calls) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }

  clear(): void {
    this.#calls = [];
  }
}

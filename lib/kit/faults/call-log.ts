import { isCallNamed, type LoggedCall } from './call';
import { explainMisses, isAsExpected, type Expectation } from './expectation';

/** Calls that are kept; older ones are forgotten, so that a program that runs for weeks does not grow. */
const MAXIMUM_CALLS = 10_000;
const MAXIMUM_BODY = 8_192;

/** The calls to the servers, also those whose answer was spoiled by a fault. */
export class CallLog {
  #calls: LoggedCall[] = [];

  /** @returns the entry, to which the status is added */
  note(
    name: string,
    url: string,
    { fault = null, body = '' }: Partial<Pick<LoggedCall, 'fault' | 'body'>> = {},
  ): LoggedCall {
    const call: LoggedCall = { name, url, at: new Date(), body: body.slice(0, MAXIMUM_BODY), fault, status: null };
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

  /**
   * That a call arrived as expected: `verify('MdlAddDevice', { body: { description: /phone/ } })`.
   * @param name as for a fault
   * @returns the calls that did
   * @throws Error with what came nearest, when they are fewer or more
   */
  verify(name: string, expected: Expectation = {}): LoggedCall[] {
    const loggedCalls = this.#calls.filter((call) => isCallNamed(call.name, name) && isAsExpected(call, expected));
    const { times } = expected;
    if (times === undefined ? loggedCalls.length > 0 : loggedCalls.length === times) return loggedCalls;
    throw new Error(explainMisses(name, expected, loggedCalls.length, this.#calls));
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

import { Deviation } from './deviation';
import { describe, isAccepted, resultOf, type Answer } from './endpoint';

/** @param what of the call, for instance `connection 2 with the right proof` */
export function expectAccepted(answer: Answer, what: string): void {
  if (!isAccepted(answer)) throw new Deviation(`success of ${what}`, describe(answer));
}

/** A refusal is an answer: an envelope that says so, or a client's error of HTTP; never a failure of the server. */
export function expectRefused(answer: Answer, what: string): void {
  const { status } = answer;
  const isRefusal =
    status !== null && status < 500 && !isAccepted(answer) && Object.keys(resultOf(answer)).length === 0;
  if (!isRefusal) throw new Deviation(`a refusal of ${what}`, describe(answer));
}

/** @param statuses one of which is right */
export function expectStatus(answer: Answer, statuses: readonly number[], what: string): void {
  if (answer.status === null || !statuses.includes(answer.status))
    throw new Deviation(`HTTP ${statuses.join(' or ')} for ${what}`, describe(answer));
}

/** The same result, member for member. */
export function expectSameResult(first: Answer, second: Answer, names: readonly string[], what: string): void {
  expectAccepted(second, what);
  const differing = names.filter((name) => resultOf(first)[name] !== resultOf(second)[name]);
  if (differing.length > 0) throw new Deviation(`the same answer to ${what}`, `another ${differing.join(', ')}`);
}

export function expectThat(isSo: boolean, expected: string, actual: string): void {
  if (!isSo) throw new Deviation(expected, actual);
}

import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import type { LoadPerson } from '../support/load/load-people';
import { bothWays, FAULTS_OF_A_CALL, GOES_ON, type Cell, type Outcome } from './cell';
import { eachOf } from './each-of';
import type { PhoneTry } from './terminal-phone';

type FaultOfACall = keyof typeof FAULTS_OF_A_CALL;

const NAMES = Object.keys(FAULTS_OF_A_CALL) as FaultOfACall[];

/** What one person does with a phone of their own, whose calls can be spoilt. */
export interface PhoneTrial extends AsyncDisposable {
  once(call: PhoneCall, wrong: Fault): void;
  always(call: PhoneCall, wrong: Fault): void;
  attempt(): Promise<PhoneTry>;
  /** What came of it, and how the next try ends once nothing is wrong. @throws Error when it does not end well */
  outcome(tried: PhoneTry): Promise<Outcome>;
}

/** A call, with what the phone makes it for where that is several things: `Lock: authenticator/marks`. */
export type Row = PhoneCall | `${string}: ${PhoneCall}`;

function callOf(row: Row): PhoneCall {
  return row.replace(/^.*: /, '') as PhoneCall;
}

/** People whom the cells of so many rows take: one for each try. */
export function peopleFor(rows: readonly Row[]): number {
  return 2 * rows.length * NAMES.length;
}

/**
 * Every row by every fault.
 * @param people `peopleFor` the rows
 * @param open begins a trial, in a browser of its own
 */
export async function phoneCells<One extends Row>(
  rows: readonly One[],
  people: readonly LoadPerson[],
  atATime: number,
  open: (person: LoadPerson, row: One) => Promise<PhoneTrial>,
): Promise<Cell[]> {
  const pairs = rows.flatMap((row) => NAMES.map((name) => ({ row, name })));
  return eachOf(pairs, atATime, async ({ row, name }, index) => {
    const wrong = FAULTS_OF_A_CALL[name];
    const call = callOf(row);
    const begin = (number: number) => {
      const person = people[2 * index + number];
      if (!person) throw new RangeError('too few people');
      return open(person, row);
    };
    const tries = await bothWays(
      wrong,
      async () => {
        await using trial = await begin(0);
        trial.once(call, wrong);
        const tried = await trial.attempt();
        const outcome = await trial.outcome(tried);
        return { words: tried.isDone ? GOES_ON : tried.words, outcome };
      },
      async () => {
        await using trial = await begin(1);
        trial.always(call, wrong);
        return await trial.outcome(await trial.attempt());
      },
    );
    return { call: row, fault: name, ...tries };
  });
}

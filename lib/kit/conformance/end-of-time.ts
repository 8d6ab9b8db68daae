import { DAY, SECOND } from '../../shared/time/duration';
import type { CheckContext } from './check';
import { Unavailable } from './deviation';

/** Longest lifetime that a run waits for. */
export const LONGEST_WAIT_SECONDS = 120;

type EndOfTime = CheckContext['reachEndOfTime'];

const nothing = () => Promise.resolve();

/** Waits until a registration has ended by itself. @param lifetimeSeconds of a registration at the endpoint */
export function waitForEndOfTime(lifetimeSeconds: number): EndOfTime {
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, (lifetimeSeconds + 1) * SECOND));
    return nothing;
  };
}

/** Moves the clock of a stand-in. @param url of its control port */
export function moveClockToEndOfTime(url: string): EndOfTime {
  return async () => {
    const fault = JSON.stringify({ call: null, fault: `clock-off:${30 * DAY}` });
    const response = await fetch(`${url}/faults`, { method: 'POST', body: fault });
    if (response.status !== 201) throw new Unavailable('The control port moves no clock.');
    return async () => void (await fetch(`${url}/faults`, { method: 'DELETE' }));
  };
}

import type { Page } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';

/** The longest pause before a retry of the phone's own, with its random share. */
const LONGEST = 6 * SECOND;

/**
 * Makes the pauses before the phone's own retries a hundredth as long, until the page is loaded again: how many there are
 * stays as it is, and `unit/phone/until-answered` holds their length.
 */
export async function hurryRetries(phonePage: Page): Promise<void> {
  await phonePage.evaluate(
    ([shortest, longest]) => {
      const wait = globalThis.setTimeout.bind(globalThis);
      const hurry = (run: () => void, milliseconds = 0) =>
        wait(run, milliseconds >= shortest && milliseconds <= longest ? milliseconds / 100 : milliseconds);
      globalThis.setTimeout = hurry as typeof setTimeout;
    },
    [SECOND, LONGEST] as const,
  );
}

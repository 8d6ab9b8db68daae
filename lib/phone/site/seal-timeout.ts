import { mayCarrySeal } from '../scanning/classify-code';
import type { ScannedCode } from '../scanning/scan-code';

/** In milliseconds. Most cameras show colours that can be read within a few frames; black and white never does. */
const PATIENCE = 1_000;

/** Gives a camera the time for a frame whose colours can be read, once one has shown what the image says. */
export class SealTimeout {
  #waiting: { text: string; since: number } | null = null;

  /**
   * @param now milliseconds since any fixed moment
   * @returns the code when there is nothing more to wait for, null to look at another frame
   */
  offer(code: ScannedCode, now: number): ScannedCode | null {
    if (code.seal || !mayCarrySeal(code.text)) return code;
    if (this.#waiting?.text !== code.text) this.#waiting = { text: code.text, since: now };
    return now - this.#waiting.since < PATIENCE ? null : code;
  }
}

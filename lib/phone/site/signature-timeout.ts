import { mayCarrySignature } from '../scanning/code-prefixes';
import type { ScannedCode } from '../scanning/scan-code';

/** In milliseconds. Most cameras deliver readable colours within a few frames; a black-and-white image never does. */
const LIMIT = 1_000;

/** Waits for a frame with readable colours once a frame has shown the text. */
export class SignatureTimeout {
  #waiting: { text: string; since: number } | null = null;

  /**
   * @param now milliseconds since any fixed moment
   * @returns null to wait for another frame
   */
  offer(code: ScannedCode, now: number): ScannedCode | null {
    if (code.signature || !mayCarrySignature(code.text)) return code;
    if (this.#waiting?.text !== code.text) this.#waiting = { text: code.text, since: now };
    return now - this.#waiting.since < LIMIT ? null : code;
  }
}

import type { ServerResponse } from 'node:http';
import { networkNameOf } from '../../shared/network-address';
import { HELD_OPEN } from './held-open';
import { Unfinished } from './unfinished';

/** Responses that have begun and not ended. */
export class InFlightResponses {
  /** With the client's address. */
  readonly #responses = new Map<ServerResponse, string | null>();
  /** Those that wait for their reader, with what takes them out. Time is the socket's, which sees how much is taken. */
  readonly #unread = new Unfinished({ ...HELD_OPEN.answer, longestMs: null });
  readonly #waiting = new Map<ServerResponse, () => void>();
  #areLast = false;
  #onNone: (() => void) | null = null;

  add(response: ServerResponse, address: string | null): void {
    this.#responses.set(response, address);
    if (this.#areLast) response.shouldKeepAlive = false;
    response.once('close', () => {
      this.#responses.delete(response);
      this.#waiting.get(response)?.();
      this.#waiting.delete(response);
      if (this.#responses.size === 0) this.#onNone?.();
    });
  }

  /**
   * Cuts off responses of which nothing is taken, and the oldest unread ones beyond the limits.
   * @param onWait receives those that begin to wait for their reader
   */
  lookOver(onWait: (response: ServerResponse) => void): void {
    for (const [response, address] of this.#responses) {
      const waits = waitsForReader(response);
      const leave = this.#waiting.get(response);
      if (waits && !leave) {
        this.#wait(response, address);
        onWait(response);
      }
      if (!waits && leave) this.#goOn(response, leave);
    }
    this.#unread.lookOver();
  }

  some(claim: (response: ServerResponse) => boolean): boolean {
    for (const response of this.#responses.keys()) if (claim(response)) return true;
    return false;
  }

  /** From now on every response closes its connection (RFC 9112 §9.6). */
  endConnections(): void {
    this.#areLast = true;
    for (const response of this.#responses.keys()) if (!response.headersSent) response.shouldKeepAlive = false;
  }

  /** Resolves when none is in flight, including those that begin meanwhile. */
  async finish(): Promise<void> {
    if (this.#responses.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#onNone = resolve;
    });
  }

  #wait(response: ServerResponse, address: string | null): void {
    // Node.js closes a socket after a timeout, which restarts with each byte that is accepted.
    response.socket?.setTimeout(HELD_OPEN.answer.longestMs);
    const leave = this.#unread.add(networkNameOf(address), () => response.destroy());
    this.#waiting.set(response, leave);
  }

  #goOn(response: ServerResponse, leave: () => void): void {
    response.socket?.setTimeout(0);
    leave();
    this.#waiting.delete(response);
  }
}

/** Whether something was written that the other side has not taken. */
function waitsForReader(response: ServerResponse): boolean {
  return response.headersSent && !response.writableFinished && response.writableLength > 0;
}

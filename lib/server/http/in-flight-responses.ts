import type { ServerResponse } from 'node:http';

/** Responses that have begun and not ended. */
export class InFlightResponses {
  readonly #responses = new Set<ServerResponse>();
  #areLast = false;
  #onNone: (() => void) | null = null;

  add(response: ServerResponse): void {
    this.#responses.add(response);
    if (this.#areLast) response.shouldKeepAlive = false;
    response.once('close', () => {
      this.#responses.delete(response);
      if (this.#responses.size === 0) this.#onNone?.();
    });
  }

  some(claim: (response: ServerResponse) => boolean): boolean {
    for (const response of this.#responses) if (claim(response)) return true;
    return false;
  }

  /** From now on every response closes its connection (RFC 9112 §9.6). */
  endConnections(): void {
    this.#areLast = true;
    for (const response of this.#responses) if (!response.headersSent) response.shouldKeepAlive = false;
  }

  /** Resolves when none is in flight, including those that begin meanwhile. */
  async finish(): Promise<void> {
    if (this.#responses.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#onNone = resolve;
    });
  }
}

import type { ActivationStatus } from '@/lib/activation/activation-status';

const HOLD_MS = 25_000;

/** Its time starts far away from the browser's, which must not matter. */
const SERVER_EPOCH = Date.parse('2031-05-06T07:08:09.000Z');

export type Question = { at: number; after: number };

/** Plays the status route on fake timers: holds a question until the version moves or 25 s have passed. */
export class PlayedServer {
  readonly questions: Question[] = [];
  /** Questions that are being held right now. */
  held = 0;
  mostHeld = 0;
  /** An HTTP status to refuse with, or `unreachable`. */
  fault: number | 'unreachable' | null = null;
  retryAfterMs: number | null = null;
  /** The `Retry-After` header of a refusal, in seconds. */
  retryAfterSeconds: number | null = null;
  status: ActivationStatus;
  #wake: (() => void)[] = [];
  #die: (() => void)[] = [];
  readonly #startedAt = performance.now();

  constructor(lifetimeMs = 300_000) {
    this.status = {
      id: 'act-1',
      version: 2,
      state: 'issued',
      deviceName: null,
      activationType: 'online',
      expiresAt: new Date(SERVER_EPOCH + lifetimeMs).toISOString(),
      serverTime: new Date(SERVER_EPOCH).toISOString(),
      reached: {},
      observes: ['scanned', 'verified', 'linked', 'active'],
      completion: 'told',
      instanceId: null,
      mosaic: null,
      failure: null,
      retryAfterMs: null,
    };
  }

  seconds(): number {
    return (performance.now() - this.#startedAt) / 1_000;
  }

  move(change: Partial<ActivationStatus>): void {
    this.status = { ...this.status, version: this.status.version + 1, ...change };
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Every question that is held gets no answer. */
  kill(): void {
    this.fault = 'unreachable';
    this.#wake = [];
    for (const die of this.#die.splice(0)) die();
  }

  answer(): ActivationStatus {
    const serverTime = new Date(SERVER_EPOCH + performance.now() - this.#startedAt).toISOString();
    return { ...this.status, serverTime, retryAfterMs: this.retryAfterMs };
  }

  readonly fetch = async (address: string, signal: AbortSignal): Promise<Response> => {
    const after = Number(new URL(address, 'https://site.example').searchParams.get('after'));
    this.questions.push({ at: this.seconds(), after });
    if (this.fault === 'unreachable') throw new TypeError('Failed to fetch');
    if (this.fault !== null) {
      const headers = this.retryAfterSeconds === null ? {} : { 'retry-after': String(this.retryAfterSeconds) };
      return new Response('{}', { status: this.fault, headers });
    }
    if (after === this.status.version && this.retryAfterMs === null) await this.#hold(signal);
    const { id, version, serverTime, retryAfterMs } = this.answer();
    return Response.json(after === version ? { id, isUnchanged: true, serverTime, retryAfterMs } : this.answer());
  };

  #hold(signal: AbortSignal): Promise<void> {
    this.mostHeld = Math.max(this.mostHeld, ++this.held);
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, HOLD_MS);
      this.#wake.push(resolve);
      this.#die.push(() => {
        clearTimeout(timer);
        reject(new TypeError('Failed to fetch'));
      });
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new DOMException('aborted', 'AbortError'));
      });
    }).finally(() => {
      this.held--;
    });
  }
}

/** Problems of a delivery. A permanent one is not retried. */
export const DELIVERY_PROBLEMS = {
  /** No connection, or it broke. */
  unreachable: { permanent: false },
  /** No answer in time. */
  timeout: { permanent: false },
  /** The other side asks for a later attempt: SMTP 4xx, HTTP 408, 425, 429 and 5xx. */
  deferred: { permanent: false },
  /** No encryption, or an untrusted certificate. */
  insecure: { permanent: false },
  /** Our name and password are refused. */
  'not-authorised': { permanent: false },
  /** A bug of ours. */
  fault: { permanent: false },
  /** This message is refused: SMTP 5xx, HTTP 3xx and 4xx. */
  refused: { permanent: true },
  /** The destination is no longer configured. */
  'no-destination': { permanent: true },
  /** The stored content cannot be decrypted: damaged, or its key was removed. */
  unreadable: { permanent: true },
} as const;

export type DeliveryProblem = keyof typeof DELIVERY_PROBLEMS;

/** A delivery failed. Thrown by carriers. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryProblem;
  /** How long the other side asks to be left alone, in milliseconds; 0 if it does not say. */
  readonly retryAfterMs: number;

  /** By name, because Next.js instantiates modules more than once in a process. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DeliveryError';
  }

  /** @param detail the other side's answer, for the log: no secrets */
  constructor(code: DeliveryProblem, detail: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

/** Whether a later try may go better is part of what each of them means. */
export const DELIVERY_PROBLEMS = {
  /** No connection, or it broke. */
  unreachable: { permanent: false },
  /** No answer in time. */
  timeout: { permanent: false },
  /** The other side asked for patience: SMTP 4xx, HTTP 408, 425, 429 and 5xx. */
  deferred: { permanent: false },
  /** No encryption, or a certificate that is not to be trusted. */
  insecure: { permanent: false },
  /** The other side does not take our name and password. */
  'not-authorised': { permanent: false },
  /** Our own software failed on it. */
  fault: { permanent: false },
  /** The other side does not want this message: SMTP 5xx, HTTP 3xx and 4xx. */
  refused: { permanent: true },
  /** Its destination is not configured any more. */
  'no-destination': { permanent: true },
  /** Its stored content cannot be opened: damaged, or its key was taken away. */
  unreadable: { permanent: true },
} as const;

export type DeliveryProblem = keyof typeof DELIVERY_PROBLEMS;

/** A message could not be handed over. Thrown by carriers. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryProblem;

  /** By name, because Next.js instantiates modules more than once in a process. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DeliveryError';
  }

  /** @param detail what the other side said, for the log: no secrets */
  constructor(code: DeliveryProblem, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.code = code;
  }
}

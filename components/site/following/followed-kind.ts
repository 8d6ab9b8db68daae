/** Common fields of every status that a page follows. Times are ISO 8601 in UTC. */
export type FollowedStatus = {
  id: string;
  /** Grows with every change. */
  version: number;
  /** When the server ends the resource by itself; null when it never does. */
  expiresAt: string | null;
  serverTime: string;
  /** Milliseconds to wait before the next long poll; null when it may follow at once. */
  retryAfterMs: number | null;
};

/** Answer to a long poll that ends without a version newer than the one known. */
export type UnchangedStatus = Pick<FollowedStatus, 'id' | 'serverTime' | 'retryAfterMs'> & { isUnchanged: true };

/** Describes one kind of resource that pages can follow. */
export type FollowedKind<Status extends FollowedStatus, Refusal extends string> = {
  /** Part of the name of the lock and the channel between tabs; the id is appended. */
  name: string;
  /** URL of the status; `?after=<version>` is appended. */
  address: (id: string) => string;
  /** HTTP statuses that make further polling pointless. */
  refusals: { readonly [httpStatus: number]: Refusal };
  /** Distinguishes our server's answer from one that a proxy or a captive portal puts in its place. */
  isStatus: (body: unknown) => body is Status;
  isPending: (status: Status) => boolean;
};

export function isUnchangedStatus(body: unknown): body is UnchangedStatus {
  if (typeof body !== 'object' || body === null) return false;
  const { id, isUnchanged, serverTime } = body as Partial<Record<string, unknown>>;
  return isUnchanged === true && typeof id === 'string' && typeof serverTime === 'string';
}

/** Whether an answer has the common fields and a state. */
export function isFollowedStatus(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { id, version, state, serverTime } = body as Partial<Record<string, unknown>>;
  return typeof version === 'number' && [id, state, serverTime].every((text) => typeof text === 'string');
}

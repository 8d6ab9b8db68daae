/** What every status that a page follows has. Times are ISO 8601 in UTC. */
export type FollowedStatus = {
  id: string;
  /** Grows with every change. */
  version: number;
  /** When the server ends it by itself; null when nothing does. */
  expiresAt: string | null;
  serverTime: string;
  /** Milliseconds to wait before asking again; null when the next question may be asked at once. */
  retryAfterMs: number | null;
};

/** Said instead of a status by a server that is asked for what comes after a version and has nothing newer. */
export type UnchangedStatus = Pick<FollowedStatus, 'id' | 'serverTime' | 'retryAfterMs'> & { isUnchanged: true };

/** What tells one kind of thing that a page can follow from another. */
export type FollowedKind<Status extends FollowedStatus, Refusal extends string> = {
  /** Of the channel between tabs, where the id is added. */
  name: string;
  /** Where the status is asked for, with `?after=<version>` added. */
  address: (id: string) => string;
  /** HTTP statuses after which asking again is of no use. */
  refusals: { readonly [httpStatus: number]: Refusal };
  /** Tells our server's answer from whatever a proxy or a captive portal may put in its place. */
  isStatus: (body: unknown) => body is Status;
  isPending: (status: Status) => boolean;
};

export function isUnchangedStatus(body: unknown): body is UnchangedStatus {
  if (typeof body !== 'object' || body === null) return false;
  const { id, isUnchanged, serverTime } = body as Partial<Record<string, unknown>>;
  return isUnchanged === true && typeof id === 'string' && typeof serverTime === 'string';
}

/** Whether an answer has what every status has, and a state. */
export function isFollowedStatus(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { id, version, state, serverTime } = body as Partial<Record<string, unknown>>;
  return typeof version === 'number' && [id, state, serverTime].every((text) => typeof text === 'string');
}

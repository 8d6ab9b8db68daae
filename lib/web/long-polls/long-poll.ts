import type { RequestOrigin } from '../../shared/request-origin';
import type { Hold } from '../../shared/changes/follow-changes';

/** What a long poll asks, from its request. */
export type LongPollRequest = {
  /** The part of the path that names what is asked about; empty where there is none. */
  name: string;
  query: URLSearchParams;
  /** @returns null when the request has none of this name */
  header: (name: 'authorization' | 'cookie') => string | null;
  origin: RequestOrigin;
};

/** The HTTP status of a refusal, or what there is to say. */
export type LongPollAnswer = 400 | 401 | 403 | 404 | object;

/** A question that may be held until there is something to answer. */
export type LongPoll = {
  /** With what names the thing in its first group. */
  path: RegExp;
  /** Who waits: they have places of their own. */
  asker: 'page' | 'phone';
  /** How long whoever finds no place stays away at least; as long as others are held where it is not said. */
  awayMs?: number;
  /** Rejects when something fails that it needs; it is then asked again. */
  answer: (request: LongPollRequest, hold: Hold) => Promise<LongPollAnswer>;
};

/** The version that the asker knows already, as `?after=`; null when it is none. */
export function versionAfter({ query }: LongPollRequest): number | null {
  const after = Number(query.get('after') ?? Number.NaN);
  return Number.isSafeInteger(after) ? after : null;
}

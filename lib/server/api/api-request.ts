import type { IncomingMessage } from 'node:http';
import type { ServiceAccountRequester } from '../../accounts/users/principal';
import type { IdempotencyStore } from '../../helpdesk/service-accounts/idempotent-requests';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Result } from '../../shared/result';
import type { LongPollSlot } from '../web/long-polls/long-poll';
import type { ProblemContext } from './problem';
import type { ApiServices, Route } from './route';

/** A key's account, and how often it may call. */
export type Caller = ServiceAccountRequester & { requestsPerMinute: number };

/** See `authenticateServiceAccount`. */
type Authenticate = (
  presented: string,
  address: string | null,
  at: Date,
) => Promise<Result<Caller, 'unknown-key' | 'too-many-attempts' | 'expired' | 'suspended' | 'wrong-network'>>;

export type ApiPorts = {
  services: ApiServices;
  authenticate: Authenticate;
  requests: IdempotencyStore;
  publicUrl: string;
  /** Receives the number of requests that wait. */
  waiting: { set(count: number): void };
};

/** A request to a known route. */
export type ApiRequest = {
  route: Route;
  params: Record<string, string>;
  search: string;
  request: IncomingMessage;
  body: Buffer;
  caller: Caller;
  origin: RequestOrigin;
  problems: ProblemContext;
  /** A place to wait in; see `LongPollSlot`. */
  place: LongPollSlot;
};

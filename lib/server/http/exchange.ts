import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A request and its response in front of Next.js. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As sent, without the query. */
  readonly path: string;
  /** The client's address; null when unknown. */
  readonly address: string | null;
  /** The whole body, once the checks have passed; empty when there is none. */
  body: Buffer;
};

/** Each is a problem of the API too, where it is documented. */
export type RefusalCode =
  | 'body-too-long'
  | 'body-too-slow'
  | 'failed'
  | 'foreign-origin'
  | 'malformed-target'
  | 'method-not-allowed'
  | 'not-ours'
  | 'starting'
  | 'target-too-long'
  | 'too-busy'
  | 'unavailable'
  | 'unclear-host'
  | 'unexpected-body'
  | 'unknown-host';

/** Why a request is refused. */
export type Refusal = {
  status: number;
  /** For the log, and for programs. */
  code: RefusalCode;
  /** For the reader of the answer: the problem and its remedy. */
  sentence: string;
  headers?: OutgoingHttpHeaders;
  /** HTML, in place of the sentence, for a person who reads it as a page. */
  page?: string | null;
};

/** A cheap check of a request before its body is read. @returns null to let it pass */
export type Check = (exchange: Exchange) => Refusal | null;

/**
 * Answers requests of its kind. If the promise rejects, the connection is broken off.
 * @returns null for other requests
 */
export type Answerer = (exchange: Exchange) => Promise<void> | null;

/** Set by the server on every request, whatever the client sent. */
export const ADDRESS_HEADER = 'x-tessera-address';

export const CORRELATION_HEADER = 'x-request-id';

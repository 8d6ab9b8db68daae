import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** One request and its answer, with what is known of them in front of Next.js. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As it was sent, without the query. */
  readonly path: string;
  /** Whose address it comes from; null when it is not known. */
  readonly address: string | null;
  /** All of it, once the checks have let the request pass; empty when there is none. */
  body: Buffer;
};

/** Why a request goes no further. */
export type Refusal = {
  status: number;
  /** For the log: letters and hyphens. */
  code: string;
  /** For whoever reads the answer: what is wrong and what to do. */
  sentence: string;
  headers?: OutgoingHttpHeaders;
};

/** Looks at a request before its body is read, and costs next to nothing. @returns null to let it pass */
export type Check = (exchange: Exchange) => Refusal | null;

/**
 * Answers the requests that are its own. When the promise rejects, the answer is broken off.
 * @returns null for a request that is not its own
 */
export type Answerer = (exchange: Exchange) => Promise<void> | null;

/** Set by the server on every request, whatever the client sent under these names. */
export const ADDRESS_HEADER = 'x-tessera-address';

export const CORRELATION_HEADER = 'x-request-id';

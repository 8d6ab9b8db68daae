import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from '../../faults/call';

/** A request, read to its end. */
export type Request = {
  /** Of the server that was asked. */
  url: string;
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** The call of a request on its wire. */
export type Order = Omit<Call, 'url' | 'body'>;

/** One of the three wires. */
export type Wire = (request: Request) => Order;

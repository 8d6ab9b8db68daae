import type { IncomingHttpHeaders } from 'node:http';

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

export type Reply = { status: number; headers: Record<string, string>; body: string | Uint8Array };

/** What a request asks for, known before anything is done, so that it can be counted and spoiled. */
export type Order = {
  /** For instance `logon`, `digipassExecute DIGIPASSCMD_VIEW`, `users/register`, `provisioning/MdlActivate`. */
  command: string;
  perform: () => Promise<Reply>;
  /** The same service refusing for a reason that no published table names. */
  refuseStrangely: () => Reply;
};

/** One of the three wires. */
export type Wire = (request: Request) => Order;

export function jsonReply(status: number, body: object, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

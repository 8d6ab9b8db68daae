import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from './client-address';
import { ADDRESS_HEADER, CORRELATION_HEADER } from './request-headers';

/** Overwrites what only the server may say of a request. @returns whose address it comes from */
export function stampRequest({ headers, socket }: IncomingMessage, trustedProxies: number): string | null {
  const address = clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString(), trustedProxies);
  headers[CORRELATION_HEADER] = randomUUID();
  delete headers[ADDRESS_HEADER];
  if (address !== null) headers[ADDRESS_HEADER] = address;
  return address;
}

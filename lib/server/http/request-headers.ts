/** Set by the server on every request, whatever the client sent under these names. */
export const ADDRESS_HEADER = 'x-tessera-address';
export const CORRELATION_HEADER = 'x-request-id';

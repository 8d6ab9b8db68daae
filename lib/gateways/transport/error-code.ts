/**
 * Node.js's code of an error. One that TLS met while something was being sent has the system's code instead, and what
 * OpenSSL says in its message; it is named like the others then.
 */
export function errorCode(error: unknown): string {
  const { code = '', message = '' } = (error instanceof Error ? error : {}) as Partial<NodeJS.ErrnoException>;
  const reason = code === 'EPROTO' ? /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] : undefined;
  return reason === undefined ? code : `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}

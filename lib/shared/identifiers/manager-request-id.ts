import { prefixedId } from './prefixed-id';

/**
 * Names a question to a caller's manager in addresses and records: `mgr-` and 32 hexadecimal digits, 128 random bits. Not
 * secret: only the manager who is asked can answer it, in a session of their own.
 */
export type ManagerRequestId = string & { readonly brand: 'ManagerRequestId' };

export const { parse: parseManagerRequestId, generate: generateManagerRequestId } = prefixedId<ManagerRequestId>('mgr');

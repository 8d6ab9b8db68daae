import { prefixedId } from './prefixed-id';

/** Names an activation in addresses and records: `act-` and 32 hexadecimal digits, 128 random bits. Not secret. */
export type ActivationId = string & { readonly brand: 'ActivationId' };

export const { parse: parseActivationId, generate: generateActivationId } = prefixedId<ActivationId>('act');

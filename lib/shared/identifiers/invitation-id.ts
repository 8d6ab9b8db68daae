import { prefixedId } from './prefixed-id';

/** Names an invitation in addresses and records: `inv-` and 32 hexadecimal digits, 128 random bits. Not secret. */
export type InvitationId = string & { readonly brand: 'InvitationId' };

export const { parse: parseInvitationId, generate: generateInvitationId } = prefixedId<InvitationId>('inv');

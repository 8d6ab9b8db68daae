/** What notices of new messages name. */
export const OUTBOX_KEY = 'outbox';
export type OutboxKey = typeof OUTBOX_KEY;

/** Where a request comes from. */
export type RequestOrigin = { correlationId: string; address: string | null };

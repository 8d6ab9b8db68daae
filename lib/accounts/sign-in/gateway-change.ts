/**
 * What came of a change. `wrong`: what proves the right to it; a locked account is answered the same. `rejected`: the new
 * value, by rules that only the server knows.
 */
export type GatewayChange = 'changed' | 'wrong' | 'rejected';

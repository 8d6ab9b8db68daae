import { DAY, SECOND } from '../../../shared/time/duration';

/** For an answer that its address names whole: another content has another address. */
export const UNCHANGING = { 'cache-control': `public, max-age=${(365 * DAY) / SECOND}, immutable` };

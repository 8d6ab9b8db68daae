import 'server-only';
import { MINUTE, SECOND } from '../../shared/time/duration';
import { browserSecretCookie } from './browser-secret-cookie';

/** A minute for the phone and one for opening the session, and a little for slow answers. */
export const phoneSignInCookie = browserSecretCookie('tessera.phone', (2 * MINUTE + 10 * SECOND) / SECOND);

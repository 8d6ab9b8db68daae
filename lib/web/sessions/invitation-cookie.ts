import 'server-only';
import { LIFETIME } from '../../helpdesk/reissue/reissue';
import { SECOND } from '../../shared/time/duration';
import { browserSecretCookie } from './browser-secret-cookie';

/** Which browser an invitation has let in, or will let in when the helpdesk says so. What counts is the invitation's time. */
export const invitationCookie = browserSecretCookie('tessera.invitation', LIFETIME.maximum / SECOND);

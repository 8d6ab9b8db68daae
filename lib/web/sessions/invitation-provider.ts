import 'server-only';
import { enterByInvitation } from '../../helpdesk/invitations/enter-by-invitation';
import type { Services } from '../../composition/compose';
import { invitationCookie } from './invitation-cookie';
import { requestOrigin } from '../actions/request-origin';
import { signInProvider } from './sign-in-provider';

/** Opens the session of a browser that an invitation has let in. It sends nothing but its cookie: there is nothing to choose. */
export function invitationProvider(known: Services) {
  return signInProvider({ id: 'invitation', name: 'Invitation', fields: [] }, known, async () =>
    enterByInvitation(known.helpdesk, await invitationCookie.read(), await requestOrigin()),
  );
}

import 'server-only';
import Credentials from 'next-auth/providers/credentials';
import { enterByInvitation } from '../helpdesk/enter-by-invitation';
import type { HelpdeskPorts } from '../helpdesk/helpdesk-ports';
import { invitationCookie } from './invitation-cookie';
import { requestOrigin } from './request-origin';

/** Opens the session of a browser that an invitation has let in. It sends nothing but its cookie: there is nothing to choose. */
export function invitationProvider(helpdesk: HelpdeskPorts) {
  return Credentials({
    id: 'invitation',
    name: 'Invitation',
    credentials: {},
    async authorize() {
      const entered = await enterByInvitation(helpdesk, await invitationCookie.read(), await requestOrigin());
      return entered.ok ? { id: entered.value.session.id } : null;
    },
  });
}

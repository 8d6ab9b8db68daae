import type { AttributeCommand, Outcome } from './command';
import { refused } from './command';
import { isFieldsRefusal, readFields } from './attribute-set';
import { onlyChild, type XmlElement } from './xml-element';
import type { Account } from '../state/accounts';
import type { AuthenticationServer } from '../state/authentication-server';
import { authenticate } from '../state/authenticate';

/* Logging on to the administration interface (OneSpan §4.1), and what every administration command starts with. */

export const logon: AttributeCommand = {
  style: 'attributes',
  interface: 'Administration',
  async run(server, request) {
    const fields = readFields(
      onlyChild(request, 'attributeSet'),
      ['CREDFLD_USERID', 'CREDFLD_PASSWORD', 'CREDFLD_PASSWORD_FORMAT'],
      ['CREDFLD_DOMAIN'],
    );
    if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
    if (fields.get('CREDFLD_PASSWORD_FORMAT')?.value !== '0') return refused('STAT_INVDATA', 'Unknown password format');
    const domain = fields.get('CREDFLD_DOMAIN')?.value ?? server.serviceUser.domain;
    const account = server.accounts.find(fields.get('CREDFLD_USERID')?.value ?? '', domain);
    const verdict = await authenticate(server, account, fields.get('CREDFLD_PASSWORD')?.value ?? '');
    if (!verdict.ok || !account) return refused(verdict.ok ? 'STAT_INVCREDENTIALS' : verdict.status, 'Logon failed');
    if (!server.administrators.privilegesOf(account).includes('Administrative Logon'))
      return refused('STAT_PERMISSION', 'Missing privilege Administrative Logon');
    const session = server.sessions.start(account);
    if (session === null) return refused('STAT_SESSION_LIMIT', 'Too many administration sessions');
    return {
      status: 'STAT_SUCCESS',
      attributes: {
        CREDFLD_SESSION_ID: session,
        CREDFLD_USERID: account.userId,
        CREDFLD_DOMAIN: account.domain,
        CREDFLD_PRODUCT_NAME: 'OneSpan Authentication Server',
        CREDFLD_PRODUCT_VERSION: '3.29',
      },
    };
  },
};

export const sessionalive: AttributeCommand = {
  style: 'attributes',
  interface: 'Administration',
  async run(server, request) {
    const session = readSession(request);
    if (typeof session !== 'string') return session;
    return server.sessions.use(session) ? { status: 'STAT_SUCCESS' } : stopped();
  },
};

/** Answers a session that was ended well with the same status as one that was gone, as public clients have seen. */
export const logoff: AttributeCommand = {
  style: 'attributes',
  interface: 'Administration',
  async run(server, request) {
    const session = readSession(request);
    if (typeof session !== 'string') return session;
    server.sessions.end(session);
    return { status: 'STAT_ADMIN_SESSION_STOPPED' };
  },
};

/** Whether the request is in a session; what to refuse it with when it is not. */
export function refuseWithoutSession(server: AuthenticationServer, request: XmlElement): Outcome | null {
  const session = onlyChild(request, 'sessionID');
  if (!session) return refused('STAT_MISSINGFLD', 'Mandatory field sessionID is missing');
  return server.sessions.use(session.text) ? null : stopped();
}

/** Who calls. @throws TypeError outside a session */
export function callerOf(server: AuthenticationServer, request: XmlElement): Account {
  const account = server.sessions.use(onlyChild(request, 'sessionID')?.text ?? '');
  if (!account) throw new TypeError('a command was let through without a session');
  return account;
}

function readSession(request: XmlElement): string | Outcome {
  const fields = readFields(onlyChild(request, 'attributeSet'), ['CREDFLD_SESSION_ID']);
  if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
  return fields.get('CREDFLD_SESSION_ID')?.value ?? '';
}

function stopped(): Outcome {
  return refused('STAT_ADMIN_SESSION_STOPPED', 'The administration session has been stopped');
}

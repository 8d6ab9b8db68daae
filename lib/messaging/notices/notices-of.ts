import type { AuditEvent, AuditEventType } from '../../audit/audit-event';
import { shortenAddress } from '../../shared/network-address';
import type { AccountNotice, NewNotice } from './account-notice';

type About = Partial<Pick<AccountNotice, 'instanceId' | 'name' | 'browser'>>;
type Told = Pick<AccountNotice, 'what'> & About;

/**
 * The audit facts that their user is told of at once, by an email. Activated, retired and replaced devices have mails of
 * their own. Clause: NIST SP 800-63B-4 §4.6, OWASP ASVS 5.0 6.3.7.
 */
const TOLD: { [Type in AuditEventType]?: (event: Extract<AuditEvent, { type: Type }>) => Told | null } = {
  'authenticator-removed': ({ instanceId, name }) => ({
    what: 'device-removed',
    instanceId,
    ...(name !== undefined && { name }),
  }),
  'device-removed-by-helpdesk': ({ instanceId }) => ({ what: 'device-removed', instanceId }),
  'authenticator-locked': ({ instanceId }) => ({ what: 'device-locked', instanceId }),
  'device-locked-by-helpdesk': ({ instanceId }) => ({ what: 'device-locked', instanceId }),
  'disowned-device-locked': ({ instanceId }) => ({ what: 'device-locked', instanceId }),
  'authenticator-unlocked': ({ instanceId }) => ({ what: 'device-unlocked', instanceId }),
  'device-unlocked-by-helpdesk': ({ instanceId }) => ({ what: 'device-unlocked', instanceId }),
  'replacement-undone': ({ instanceId }) => ({ what: 'device-restored', instanceId }),
  'account-frozen': () => ({ what: 'frozen' }),
  'password-changed': () => ({ what: 'password-changed' }),
  'password-reset': ({ way }) => (way === 'forgotten-password' ? { what: 'password-changed' } : null),
  'password-turned-off': () => ({ what: 'password-turned-off' }),
  'password-turned-on': () => ({ what: 'password-turned-on' }),
  'passkey-added': ({ name }) => ({ what: 'passkey-added', name }),
  'passkey-removed': ({ name }) => ({ what: 'passkey-removed', name }),
  'recovery-code-made': ({ browser = null }) => ({ what: 'recovery-code-made', browser }),
  'recovery-code-used': ({ browser = null }) => ({ what: 'recovery-code-used', browser }),
  'one-time-passwords-guessed': () => ({ what: 'one-time-passwords-guessed' }),
  'sign-in-succeeded': inNewBrowser,
  'phone-sign-in-succeeded': inNewBrowser,
  'passkey-sign-in-succeeded': inNewBrowser,
  'provider-sign-in-succeeded': inNewBrowser,
};

/** What users are told of events, to be persisted with them: neither is there without the other. */
export function noticesOf(events: readonly AuditEvent[], at: Date): NewNotice[] {
  return events.flatMap((event) => {
    const { subject, address } = event;
    const told = tellerOf(event.type)?.(event);
    if (!subject || !told) return [];
    const by = whoActed(event);
    // The site itself locks devices only in a freeze, which is told as a whole.
    if (event.type === 'authenticator-locked' && by === 'site') return [];
    const { what, instanceId = null, name = null, browser = null } = told;
    // The network of staff is no business of the user.
    const network = by === 'user' ? shortenAddress(address) : null;
    const notice: AccountNotice = { what, at, instanceId, name, browser, network, by };
    return [{ channel: 'notice', user: subject, alsoTo: [], notice }];
  });
}

function inNewBrowser({ browser, isNewBrowser }: { browser?: string; isNewBrowser?: boolean }): Told | null {
  return isNewBrowser === true ? { what: 'new-browser', browser: browser ?? null } : null;
}

function whoActed({ actor, subject }: AuditEvent): AccountNotice['by'] {
  if (actor.kind === 'system') return 'site';
  if (actor.kind === 'service-account') return 'helpdesk';
  return actor.kind === 'user' && actor.userId !== subject?.userId ? 'helpdesk' : 'user';
}

/** By way of `unknown`: the compiler compares every type of event with every other otherwise, until it gives up. */
function tellerOf(type: AuditEventType): ((of: AuditEvent) => Told | null) | undefined {
  return TOLD[type] as unknown as ((of: AuditEvent) => Told | null) | undefined;
}

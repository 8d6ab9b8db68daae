import type { AuditEvent } from '../../audit/audit-event';
import { declarationOf } from '../../audit/event-catalogue';
import { shortenAddress } from '../../shared/network-address';
import type { AccountNotice, NewNotice } from './account-notice';

/**
 * What users are told of events at once, by an email, to be persisted with them: neither is there without the other.
 * Activated, retired and replaced devices have mails of their own. Clause: NIST SP 800-63B-4 §4.6, OWASP ASVS 5.0 6.3.7.
 */
export function noticesOf(events: readonly AuditEvent[], at: Date): NewNotice[] {
  return events.flatMap((event) => {
    const { subject, address } = event;
    const by = whoActed(event);
    const { notice = null } = declarationOf(event.type);
    const told = typeof notice === 'function' ? notice(event, by) : notice && { what: notice };
    if (!subject || !told) return [];
    const { what, instanceId = null, name = null, browser = null } = told;
    // The network of staff is no business of the user.
    const network = by === 'user' ? shortenAddress(address) : null;
    return [
      { channel: 'notice', user: subject, alsoTo: [], notice: { what, at, instanceId, name, browser, network, by } },
    ];
  });
}

function whoActed({ actor, subject }: AuditEvent): AccountNotice['by'] {
  if (actor.kind === 'system') return 'site';
  if (actor.kind === 'service-account') return 'helpdesk';
  return actor.kind === 'user' && actor.userId !== subject?.userId ? 'helpdesk' : 'user';
}

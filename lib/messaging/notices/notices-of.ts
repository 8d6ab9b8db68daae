import type { AuditEvent } from '../../audit/audit-event';
import type { NoticeDetails } from '../../audit/define-audit-event';
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
    const { notice } = declarationOf(event.type);
    if (!subject || !notice) return [];
    const by = whoActed(event);
    const { what, about } = notice;
    const details: NoticeDetails | null = about ? about(event, by) : {};
    if (details === null) return [];
    const { instanceId = null, name = null, browser = null } = details;
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

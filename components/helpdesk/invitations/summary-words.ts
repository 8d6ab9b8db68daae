import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { exactTime } from '@/lib/language/format-moment';
import { CHECK_WORDS, DELIVERY_WORDS, REASON_WORDS } from '../reissue/reissue-words';
import { invitationState } from './invitation-words';
import { oldDeviceWords } from './old-device-words';

/** An invitation as lines for a ticket in another system. Times are UTC, as the ticket's reader may be anywhere. */
export function invitationSummary(invitation: InvitationProgress): string {
  const { id, userId, reason, reasonText, ticket, delivery, evidence, oldDevice, requestedBy, requestedAt } =
    invitation;
  const { approvedBy, endedAt, instanceId, justification } = invitation;
  const lines: [string, string | null][] = [
    ['Ticket', ticket],
    ['User', userId],
    ['Reason', reasonText ? `${REASON_WORDS[reason]}: ${reasonText}` : REASON_WORDS[reason]],
    ['State', invitationState(invitation)],
    ['Caller check', evidence.map(({ method }) => CHECK_WORDS[method]).join('; ')],
    ['Sent by', DELIVERY_WORDS[delivery]],
    ['Old device', oldDevice ? `${oldDevice.instanceId}, ${oldDeviceWords(oldDevice)}` : 'None'],
    ['New device', instanceId],
    ['Requested', `${exactTime(requestedAt)} by ${requestedBy}`],
    ['Approved by', approvedBy],
    ['Approval skipped', justification],
    ['Ended', endedAt && exactTime(endedAt)],
    ['Reference', id],
  ];
  return lines.flatMap(([term, text]) => (text === null ? [] : [`${term}: ${text}`])).join('\n');
}

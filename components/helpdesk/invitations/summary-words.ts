import type { InvitationProgress } from '@/lib/invitations/invitation-progress';
import { exactTime } from '@/lib/language/format-moment';
import { t } from '@/lib/language/t';
import { CHECK_WORDS, DELIVERY_WORDS, reasonWords } from '../reissue/reissue-words';
import { invitationState } from './invitation-words';
import { oldDeviceWords } from './old-device-words';

/** An invitation as lines for a ticket in another system. Times are UTC, as the ticket's reader may be anywhere. */
export function invitationSummary(invitation: InvitationProgress): string {
  const { id, userId, reason, reasonText, ticket, delivery, evidence, oldDevice, requestedBy, requestedAt } =
    invitation;
  const { approvedBy, endedAt, instanceId, justification } = invitation;
  const lines: [string, string | null][] = [
    [t('Ticket'), ticket],
    [t('User'), userId],
    [t('Reason'), reasonWords(reason, reasonText)],
    [t('State'), invitationState(invitation)],
    [t('Caller check'), evidence.map(({ method }) => t(CHECK_WORDS[method])).join('; ')],
    [t('Sent by'), t(DELIVERY_WORDS[delivery])],
    [t('Old device'), oldDevice ? `${oldDevice.instanceId}, ${oldDeviceWords(oldDevice)}` : t('None')],
    [t('New device'), instanceId],
    [t('Requested'), t('{time} by {actor}', { time: exactTime(requestedAt), actor: requestedBy })],
    [t('Approved by'), approvedBy],
    [t('Approval skipped'), justification],
    [t('Ended'), endedAt && exactTime(endedAt)],
    [t('Reference'), id],
  ];
  return lines.flatMap(([term, text]) => (text === null ? [] : [t('{term}: {text}', { term, text })])).join('\n');
}

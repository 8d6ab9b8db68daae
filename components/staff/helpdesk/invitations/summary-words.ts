import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { NamesOfDevices } from '@/lib/devices/read-device-names';
import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { exactTime } from '@/lib/shared/language/format-moment';
import { t } from '@/lib/shared/language/t';
import { CHECK_WORDS, DELIVERY_WORDS, reasonWords } from '../reissue/reissue-words';
import { requesterWords } from '../people/person';
import { invitationState } from './invitation-words';
import { oldDeviceWords } from './old-device-words';

/** An invitation as lines for a ticket in another system. Times are UTC, as the ticket's reader may be anywhere. */
export function invitationSummary(
  invitation: InvitationProgress,
  people: PeopleNames,
  devices: NamesOfDevices,
): string {
  const nameOf = (device: string) => nameAndId(devices.get(device), device);
  const { id, userId, reason, reasonText, ticket, delivery, evidence, oldDevice, requestedBy, requestedAt } =
    invitation;
  const { approvedBy, endedAt, instanceId, justification } = invitation;
  const lines: [string, string | null][] = [
    [t('Ticket'), ticket],
    [t('User'), nameAndId(people.get(userId), userId)],
    [t('Reason'), reasonWords(reason, reasonText)],
    [t('State'), invitationState(invitation)],
    [t('Caller check'), evidence.map(({ method }) => t(CHECK_WORDS[method])).join('; ')],
    [t('Sent by'), t(DELIVERY_WORDS[delivery])],
    [t('Old device'), oldDevice ? `${nameOf(oldDevice.instanceId)}, ${oldDeviceWords(oldDevice)}` : t('None')],
    [t('New device'), instanceId && nameOf(instanceId)],
    [
      t('Requested'),
      t('{time} by {actor}', { time: exactTime(requestedAt), actor: requesterWords(people, requestedBy) }),
    ],
    [t('Approved by'), approvedBy && requesterWords(people, approvedBy)],
    [t('Approval skipped'), justification],
    [t('Ended'), endedAt && exactTime(endedAt)],
    [t('Reference'), id],
  ];
  return lines.flatMap(([term, text]) => (text === null ? [] : [t('{term}: {text}', { term, text })])).join('\n');
}

/** Both, because a ticket is searched for either. */
function nameAndId(name: string | undefined, id: string): string {
  return name === undefined || name === id ? id : `${name} (${id})`;
}

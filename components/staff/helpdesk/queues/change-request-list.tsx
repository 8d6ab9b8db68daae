import type { ReactNode } from 'react';
import { ROLE_WORDS } from '@/lib/shared/language/role-words';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { ChangeKind } from '@/lib/helpdesk/desk/changes/change-request';
import type { ChangeApproval } from '@/lib/helpdesk/desk/changes/list-changes';
import { t, type Message } from '@/lib/shared/language/t';
import { approvalsNames } from '@/lib/shared/names/staff-names';
import { personWords, requesterWords } from '../people/person';
import { SecondPersonQueue } from './second-person-queue';

const HEADINGS = {
  disable: 'Disable the account of {user}',
  remove: 'Delete the account of {user} for good',
  'take-role': 'Take a role from {user}',
  'lock-device': 'Lock {device} of {user}',
  'unlock-device': 'Unlock {device} of {user}',
} as const satisfies Record<ChangeKind, Message>;

/** Of a request from before requests held the device's name. */
function deviceWords({ instanceId, deviceName }: ChangeApproval): string {
  return deviceName ?? (instanceId === null ? '' : t('device {serial}', { serial: instanceId }));
}

/** Changes of people and devices that wait for a second person. @param decide the buttons, where the reader may */
export function ChangeRequestList({
  requests,
  names,
  decide,
}: {
  requests: readonly ChangeApproval[];
  names: PeopleNames;
  decide: (request: ChangeApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="changes-to-agree-to"
      title={t(approvalsNames.changes)}
      requests={requests}
      headingOf={(request) =>
        t(HEADINGS[request.change], { user: personWords(names, request.userId), device: deviceWords(request) })
      }
      itemsOf={({ role, userId, ticket, requestedBy, requestedAt, endsAt }) => [
        { term: t('User ID'), description: <span className="wrap-anywhere">{userId}</span> },
        ...(role === null ? [] : [{ term: t('Role'), description: t(ROLE_WORDS[role]) }]),
        ...(ticket === null
          ? []
          : [{ term: t('Ticket'), description: <span className="wrap-anywhere">{ticket}</span> }]),
        {
          term: t('Requested by'),
          description: <span className="wrap-anywhere">{requesterWords(names, requestedBy)}</span>,
        },
        { term: t('Requested'), description: <Time at={requestedAt} form="relative" /> },
        { term: t('Expires'), description: <Time at={endsAt} form="until" /> },
      ]}
      decide={decide}
    />
  );
}

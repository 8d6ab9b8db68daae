import type { ReactNode } from 'react';
import { ROLE_WORDS } from '@/lib/language/role-words';
import { Time } from '@/components/ui/time';
import type { ChangeKind } from '@/lib/helpdesk/changes/change-request';
import type { ChangeApproval } from '@/lib/helpdesk/changes/list-changes';
import { t, type Message } from '@/lib/language/t';
import { approvalsNames } from '@/lib/names/staff-names';
import { SecondPersonQueue } from './second-person-queue';

const HEADINGS = {
  disable: 'Disable the account of {user}',
  remove: 'Delete the account of {user} for good',
  'take-role': 'Take a role from {user}',
  'lock-device': 'Lock a device of {user}',
  'unlock-device': 'Unlock a device of {user}',
} as const satisfies Record<ChangeKind, Message>;

/** Changes of people and devices that wait for a second person. @param decide the buttons, where the reader may */
export function ChangeRequestList({
  requests,
  decide,
}: {
  requests: readonly ChangeApproval[];
  decide: (request: ChangeApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="changes-to-agree-to"
      title={t(approvalsNames.changes)}
      requests={requests}
      headingOf={({ change, userId }) => t(HEADINGS[change], { user: userId })}
      itemsOf={({ role, instanceId, ticket, requestedBy, requestedAt, endsAt }) => [
        ...(role === null ? [] : [{ term: t('Role'), description: t(ROLE_WORDS[role]) }]),
        ...(instanceId === null ? [] : [{ term: t('Device'), description: instanceId }]),
        ...(ticket === null
          ? []
          : [{ term: t('Ticket'), description: <span className="wrap-anywhere">{ticket}</span> }]),
        { term: t('Requested by'), description: <span className="wrap-anywhere">{requestedBy}</span> },
        { term: t('Requested'), description: <Time at={requestedAt} form="relative" /> },
        { term: t('Expires'), description: <Time at={endsAt} form="until" /> },
      ]}
      decide={decide}
    />
  );
}

import { Link } from '../../../ui/buttons/link';
import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import { DeviceName } from '@/components/site/devices/device-name';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { NamedDevice } from '@/lib/audit/device-facts';
import { deviceInRecord } from '@/lib/devices/authenticator-directory';
import type { AccountOrigin } from '@/lib/helpdesk/approvals/account-origin';
import type { ApprovalContext } from '@/lib/helpdesk/approvals/approval-context';
import type { Approval } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { EvidenceList } from '../reissue/evidence-list';
import { REASON_WORDS } from '../reissue/reissue-words';
import { personWords, requesterWords } from '../people/person';
import { userPath } from '../people/user-path';
import { originItems } from './origin-items';
import { OBSTACLE_WORDS } from './obstacle-words';
import { t } from '@/lib/shared/language/t';

/** One request in the queue. @param children the buttons that decide it, for staff who may */
export function ApprovalCard({
  approval,
  context,
  origin,
  names,
  mayDecide,
  children,
}: {
  approval: Approval;
  /** Null if nothing is known beside the request. */
  context: ApprovalContext | null;
  origin: AccountOrigin | undefined;
  names: PeopleNames;
  mayDecide: boolean;
  children: ReactNode;
}) {
  const { userId, reason, ticket, requestedBy, requestedAt, endsAt, obstacle } = approval;
  const user = (
    <Link href={userPath(userId)} className="underline underline-offset-4">
      {personWords(names, userId)}
    </Link>
  );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="min-w-0">
        <h2 className="mb-4 text-lg font-semibold wrap-anywhere">
          {approval.kind === 'invitation' ? (
            <RichText message="Invitation for {user}" values={{ user }} />
          ) : (
            <RichText
              message="Removal of {device} of {user}"
              values={{ device: <DeviceName device={namedIn(context, approval.removes)} />, user }}
            />
          )}
        </h2>
        <DescriptionList
          items={[
            { term: t('User ID'), description: <span className="wrap-anywhere">{userId}</span> },
            { term: t('Requested by'), description: requesterWords(names, requestedBy) },
            { term: t('Requested'), description: <Time at={requestedAt} form="relative" /> },
            { term: t('Reason'), description: t(REASON_WORDS[reason]) },
            { term: t('Ticket'), description: <span className="wrap-anywhere">{ticket}</span> },
            ...(approval.kind === 'invitation' && approval.removes
              ? [{ term: t('Removes'), description: <DeviceName device={namedIn(context, approval.removes)} /> }]
              : []),
            ...(approval.kind === 'invitation'
              ? [{ term: t('Caller check'), description: <EvidenceList evidence={approval.evidence} /> }]
              : []),
            { term: t('Expires'), description: <Time at={endsAt} form="until" /> },
            ...originItems(origin, names),
            ...contextFacts(context),
          ]}
        />
      </div>
      {mayDecide && obstacle === null && <div className="grid content-start gap-6">{children}</div>}
      {obstacle !== null && <p className="text-ink-soft">{t(OBSTACLE_WORDS[obstacle])}</p>}
      {!mayDecide && obstacle === null && <p className="text-ink-soft">{t('An approver decides.')}</p>}
    </li>
  );
}

/** A device of a request, with its name of now where the request has none. */
export function namedIn(context: ApprovalContext | null, device: NamedDevice): NamedDevice {
  const current = context?.devices?.find(({ instanceId }) => instanceId === device.instanceId);
  return device.deviceName === undefined && current ? deviceInRecord(current) : device;
}

function contextFacts(context: ApprovalContext | null): { term: string; description: ReactNode }[] {
  if (!context) return [];
  const { devices, lastSignIn } = context;
  const list = devices
    ?.map(({ name, state }) => (state === 'active' ? name : t('{device} (locked)', { device: name })))
    .join(', ');
  return [
    { term: t('User’s devices'), description: devices ? list || t('None') : t('Unknown') },
    {
      term: t('Last sign-in'),
      description: lastSignIn ? <Time at={lastSignIn} form="relative" /> : t('None recently'),
    },
  ];
}

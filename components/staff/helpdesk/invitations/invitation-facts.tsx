import type { Route } from 'next';
import { Link } from '../../../ui/buttons/link';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { deviceInRecord } from '@/lib/devices/authenticator-directory';
import type { NamesOfDevices } from '@/lib/devices/read-device-names';
import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import { DeviceName } from '@/components/site/devices/device-name';
import { Person, requesterWords } from '../people/person';
import { userPath } from '../people/user-path';
import { EvidenceList } from '../reissue/evidence-list';
import { DELIVERY_WORDS, lifetimeWords, reasonWords } from '../reissue/reissue-words';
import { oldDeviceWords } from './old-device-words';
import { t } from '@/lib/shared/language/t';

/** What an invitation is for, who requested it and on what evidence. */
export function InvitationFacts({
  invitation,
  people,
  devices,
}: {
  invitation: InvitationSummary;
  people: PeopleNames;
  devices: NamesOfDevices;
}) {
  const { userId, reason, reasonText, ticket, delivery, lifetimeMs, evidence, oldDevice, justification } = invitation;
  const { requestedBy, approvedBy, endsAt, endedAt, endedBy, instanceId } = invitation;
  return (
    <Card>
      <DescriptionList
        items={[
          {
            term: t('User'),
            description: <Person names={people} userId={userId} isLinked />,
          },
          { term: t('Reason'), description: reasonWords(reason, reasonText) },
          { term: t('Ticket'), description: <span className="wrap-anywhere">{ticket}</span> },
          { term: t('Sent by'), description: t(DELIVERY_WORDS[delivery]) },
          endsAt
            ? { term: t('Expires'), description: <Expiry at={endsAt} state={invitation.state} /> }
            : { term: t('Valid for'), description: lifetimeWords(lifetimeMs) },
          ...(endedAt ? [{ term: t('Ended'), description: <Time at={endedAt} /> }] : []),
          ...(endedBy ? [{ term: t('Ended by'), description: requesterWords(people, endedBy) }] : []),
          {
            term: t('Old device'),
            description: oldDevice ? (
              <DeviceLink
                userId={userId}
                instanceId={oldDevice.instanceId}
                names={devices}
                words={oldDeviceWords(oldDevice)}
              />
            ) : (
              t('None')
            ),
          },
          ...(instanceId
            ? [
                {
                  term: t('New device'),
                  description: <DeviceLink userId={userId} instanceId={instanceId} names={devices} />,
                },
              ]
            : []),
          { term: t('Requested by'), description: requesterWords(people, requestedBy) },
          ...(approvedBy ? [{ term: t('Approved by'), description: requesterWords(people, approvedBy) }] : []),
          ...(justification === null ? [] : [{ term: t('Approval skipped'), description: justification }]),
          {
            term: t('Caller check'),
            description: <EvidenceList evidence={evidence} />,
          },
        ]}
      />
    </Card>
  );
}

/** Opening an invitation sets its end anew, so the page says why. */
function Expiry({ at, state }: { at: string; state: InvitationSummary['state'] }) {
  return (
    <>
      <Time at={at} form="until" />
      {state === 'opened' && (
        <span className="block text-sm text-ink-soft">
          {t('30 minutes after it was opened, whatever the link had left.')}
        </span>
      )}
    </>
  );
}

/** Leads to the device on its user's page. @param words what has become of it */
function DeviceLink({
  userId,
  instanceId,
  names,
  words,
}: {
  userId: string;
  instanceId: string;
  names: NamesOfDevices;
  words?: string;
}) {
  return (
    <>
      <Link href={`${userPath(userId)}#devices` as Route} className="underline underline-offset-4">
        <DeviceName device={deviceInRecord({ instanceId, name: names.get(instanceId) ?? instanceId })} />
      </Link>
      {words && ` (${words})`}
    </>
  );
}

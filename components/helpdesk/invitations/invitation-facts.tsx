import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import type { OldDevice } from '@/lib/helpdesk/reissue/old-device';
import { EvidenceList } from '../reissue/evidence-list';
import { DELIVERY_WORDS, REASON_WORDS, lifetimeWords } from '../reissue/reissue-words';

const OLD_DEVICE_STATES: Record<OldDevice['state'], string> = {
  'in-use': 'still works until the new one does',
  'lock-due': 'is being locked',
  locked: 'locked',
  released: 'lock undone, it works again',
  'removal-due': 'is being removed',
  removed: 'removed',
};

/** What an invitation is for, who requested it and on what evidence. */
export function InvitationFacts({ invitation }: { invitation: InvitationSummary }) {
  const { userId, reason, reasonText, ticket, delivery, lifetimeMs, evidence, oldDevice, justification } = invitation;
  const { requestedBy, approvedBy, endsAt, endedAt, endedBy } = invitation;
  return (
    <Card>
      <DescriptionList
        items={[
          { term: 'For', description: <span className="wrap-anywhere">{userId}</span> },
          { term: 'Reason', description: reasonText ? `${REASON_WORDS[reason]}: ${reasonText}` : REASON_WORDS[reason] },
          { term: 'Ticket', description: <span className="wrap-anywhere">{ticket}</span> },
          { term: 'Delivered by', description: DELIVERY_WORDS[delivery] },
          endsAt
            ? { term: 'Ends', description: <Time at={endsAt} /> }
            : { term: 'Valid for', description: lifetimeWords(lifetimeMs) },
          ...(endedAt ? [{ term: 'Ended', description: <Time at={endedAt} /> }] : []),
          ...(endedBy ? [{ term: 'Ended by', description: endedBy }] : []),
          {
            term: 'Old device',
            description: oldDevice
              ? `${oldDevice.instanceId}: ${oldDevice.state === 'in-use' && oldDevice.fate === 'remove' ? 'to be removed once approved' : OLD_DEVICE_STATES[oldDevice.state]}`
              : 'None',
          },
          { term: 'Asked for by', description: requestedBy },
          ...(approvedBy ? [{ term: 'Approved by', description: approvedBy }] : []),
          ...(justification === null ? [] : [{ term: 'Without a second person', description: justification }]),
          {
            term: 'Caller check',
            description: <EvidenceList evidence={evidence} />,
          },
        ]}
      />
    </Card>
  );
}

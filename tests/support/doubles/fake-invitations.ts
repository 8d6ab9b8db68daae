import {
  complete,
  decline,
  expire,
  open,
  revoke,
  send,
  showReadOut,
  type AwaitingApproval,
  type Declined,
  type Expired,
  type Live,
  type Opened,
  type Revoked,
  type Used,
} from '@/lib/helpdesk/invitations/invitation';
import { generateInvitationId } from '@/lib/shared/identifiers/invitation-id';
import { hexFromBytes } from '@/lib/shared/bytes';
import { HOUR } from '@/lib/shared/time/duration';
import type { Result } from '@/lib/shared/result';
import { systemRandom } from '@/lib/shared/random';
import { at } from './fake-activations';

export type EveryInvitation = {
  awaiting: AwaitingApproval;
  live: Live;
  shown: Live;
  opened: Opened;
  used: Used;
  revoked: Revoked;
  expired: Expired;
  declined: Declined;
};

/** One invitation in every state it can be in, each made by the move that leads there. */
export function invitationInEveryState(userId: string): EveryInvitation {
  const awaiting: AwaitingApproval = {
    state: 'awaiting-approval',
    id: generateInvitationId(systemRandom),
    version: 1,
    userId,
    domain: 'example.org',
    reason: 'other',
    reasonText: 'Dropped into a lake',
    ticket: 'T-1',
    delivery: 'phone',
    lifetimeMs: HOUR,
    evidence: [{ method: 'call-back', detail: '+49 30 123 421' }],
    justification: null,
    oldDevice: { instanceId: 'VDS1000042-1', fate: 'keep', state: 'in-use' },
    requestedBy: 'helpdesk',
    requestedAt: at(0),
    endsAt: at(600),
  };
  const live = send(awaiting, { tokenHash: aHash(), codeHash: aHash() }, 'approver', at(1));
  const shown = showReadOut(live, { codeHash: aHash(), browserHash: aHash() });
  const opened = given(open(shown, { proof: 'read-out', holderHash: shown.readOut?.browserHash ?? '' }, at(2)));
  return {
    awaiting,
    live,
    shown,
    opened,
    used: complete(opened, { activationId: `act-${'0'.repeat(32)}`, instanceId: 'VDS1000042-2' }, at(3)),
    revoked: revoke(live, { why: 'by-staff', revokedBy: 'helpdesk' }, at(3)),
    expired: given(expire(live, live.endsAt)),
    declined: decline(awaiting, 'approver', at(3)),
  };
}

/** As SHA-256 makes them. */
export function aHash(): string {
  return hexFromBytes(systemRandom.bytes(32));
}

function given<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

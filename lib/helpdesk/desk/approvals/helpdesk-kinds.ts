import { offer, type OfferedKind } from '../../approvals/offered-kind';
import { INVITATIONS } from '../../invitations/decide-invitation';
import { invitationApprovals } from '../../invitations/invitation-approvals';
import { LIFTS } from '../../safety/freeze/lifts';
import { CHANGES } from '../changes/changes';
import type { HelpdeskPorts } from '../helpdesk-ports';
import { REMOVALS } from '../removal/removals';

/** All that takes a second person at the helpdesk. */
export function helpdeskKinds(ports: HelpdeskPorts): OfferedKind[] {
  return [
    offer({ ...ports, approvals: invitationApprovals(ports.invitations) }, INVITATIONS),
    offer(ports, REMOVALS),
    offer(ports, LIFTS),
    offer(ports, CHANGES),
  ];
}

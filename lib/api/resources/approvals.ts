import { z } from 'zod';
import { ROLES } from '../../accounts/users/role';
import { ROLE_REQUESTS, type RoleRequest } from '../../administration/role-request';
import { parseApprovalId } from '../../approvals/approval';
import { userOf } from '../../approvals/request-approval';
import type { ChangeKind, ChangeRequest } from '../../helpdesk/changes/change-request';
import { CHANGES } from '../../helpdesk/changes/changes';
import { type DeviceRemoval, REMOVALS } from '../../helpdesk/removal/removals';
import type { Invitation } from '../../invitations/invitation';
import { type LiftRequest, LIFTS } from '../../safety/freeze/lifts';
import { parseInvitationId } from '../../shared/identifiers/invitation-id';
import { accept, refuse } from '../../shared/result';
import { nextField, pageFields, pageOf } from '../page';
import { type ApiContext, route } from '../route';
import { deviceIdField, lineField, NONE, reasonField, timeField, userIdField } from './fields';

export const approvalSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum([
      'invitation',
      'removal',
      'role',
      'unfreezing',
      'disabling',
      'deletion',
      'role-removal',
      'locking',
      'unlocking',
    ]),
    state: z.enum(['awaiting-approval', 'approved', 'declined', 'expired', 'withdrawn']),
    userId: userIdField.describe('Whom it concerns.'),
    role: z.enum(ROLES).nullable(),
    deviceId: deviceIdField.nullable().describe('The device that is to be removed, locked or unlocked.'),
    reason: reasonField.nullable(),
    ticket: z.string().nullable(),
    requestedBy: z.string().describe('A user ID, or the person who holds a service account’s key and its name.'),
    requestedAt: timeField,
    endsAt: timeField.nullable().describe('When it expires undecided; null once decided.'),
    decidedBy: z.string().nullable().describe('The person who agreed or declined.'),
  })
  .meta({ id: 'Approval', description: 'What takes a second person: staff decide it on the site, programs never.' });

const approvalsSchema = z
  .strictObject({
    approvals: z.array(approvalSchema).describe('The oldest first; at most 200 of each kind.'),
    next: nextField,
  })
  .meta({ id: 'Approvals' });

type Approval = z.input<typeof approvalSchema>;

/** What each kind says of itself; the rest is null. */
const UNSAID = { role: null, deviceId: null, reason: null, ticket: null } as const;

const LIMIT = 200;

/** @returns null for an invitation that took no second person */
export function approvalOfInvitation(invitation: Invitation): Approval | null {
  const { id, userId, reason, ticket, requestedBy, requestedAt, oldDevice } = invitation;
  const state = decisionOn(invitation);
  if (state === null) return null;
  return {
    id,
    kind: 'invitation',
    state,
    userId,
    role: null,
    reason,
    ticket,
    requestedBy,
    deviceId: oldDevice?.fate === 'remove' ? oldDevice.instanceId : null,
    requestedAt: requestedAt.toISOString(),
    endsAt: invitation.state === 'awaiting-approval' ? invitation.endsAt.toISOString() : null,
    decidedBy: 'approvedBy' in invitation ? invitation.approvedBy : declinedBy(invitation),
  };
}

function declinedBy(invitation: Invitation): string | null {
  return invitation.state === 'declined' ? invitation.declinedBy : null;
}

function decisionOn(invitation: Invitation): Approval['state'] | null {
  switch (invitation.state) {
    case 'awaiting-approval':
    case 'declined':
      return invitation.state;
    case 'live':
    case 'opened':
    case 'used':
      return invitation.approvedBy === null ? null : 'approved';
    // Whether one that was sent had been approved is not kept once it has ended.
    case 'revoked':
      return invitation.sentAt === null ? 'withdrawn' : null;
    case 'expired':
      return invitation.sentAt === null ? 'expired' : null;
  }
}

export function approvalOfRemoval(removal: DeviceRemoval): Approval {
  const { instanceId: deviceId, reason, ticket } = removal.subject;
  return { ...common(removal), kind: 'removal', deviceId, reason, ticket };
}

function common(approval: DeviceRemoval | ChangeRequest | RoleRequest | LiftRequest): Omit<Approval, 'kind'> {
  const { id, state, requestedBy, requestedAt, endsAt, decidedBy } = approval;
  return {
    ...UNSAID,
    id,
    userId: userOf(approval).userId,
    state: state === 'awaiting' ? 'awaiting-approval' : state,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    endsAt: state === 'awaiting' ? endsAt.toISOString() : null,
    decidedBy,
  };
}

export function approvalOfRole(request: RoleRequest): Approval {
  return { ...common(request), kind: 'role', role: request.subject.role };
}

const CHANGE_KINDS = {
  disable: 'disabling',
  remove: 'deletion',
  'take-role': 'role-removal',
  'lock-device': 'locking',
  'unlock-device': 'unlocking',
} as const satisfies Record<ChangeKind, Approval['kind']>;

export function approvalOfChange(request: ChangeRequest): Approval {
  const { change, role, instanceId: deviceId, ticket } = request.subject;
  return { ...common(request), kind: CHANGE_KINDS[change], role, deviceId, ticket };
}

function approvalOfLift(request: LiftRequest): Approval {
  return { ...common(request), kind: 'unfreezing', ticket: request.subject.ticket };
}

/** The pending requests of the caller's domain. Overdue ones are left out, before and after the round. */
async function listWaiting({ services, caller }: ApiContext): Promise<Approval[]> {
  const { invitations, approvals, clock } = services.helpdesk;
  const now = clock.now();
  const { domain } = caller;
  const waits = ({ endsAt }: { endsAt: Date }) => now < endsAt;
  const roles = services.administration ? await approvals.listAwaiting(ROLE_REQUESTS, domain, LIMIT) : [];
  const waiting = [
    ...(await invitations.listAwaiting(domain, LIMIT)).filter(waits).map(approvalOfInvitation),
    ...(await approvals.listAwaiting(REMOVALS, domain, LIMIT)).filter(waits).map(approvalOfRemoval),
    ...roles.filter(waits).map(approvalOfRole),
    ...(await approvals.listAwaiting(LIFTS, domain, LIMIT)).filter(waits).map(approvalOfLift),
    ...(await approvals.listAwaiting(CHANGES, domain, LIMIT)).filter(waits).map(approvalOfChange),
  ];
  return waiting
    .filter((approval) => approval !== null)
    .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
}

function placeOf({ requestedAt, id }: Approval): string {
  return `${requestedAt} ${id}`;
}

/** Any that the caller's domain has, decided or not. */
async function findApproval({ services, caller }: ApiContext, id: string): Promise<Approval | null> {
  const { helpdesk, administration } = services;
  const invitationId = parseInvitationId(id);
  if (invitationId) {
    const invitation = await helpdesk.invitations.find(invitationId, caller.domain);
    return invitation && approvalOfInvitation(invitation);
  }
  const approvalId = parseApprovalId(id);
  const removal = approvalId && (await helpdesk.approvals.find(REMOVALS, approvalId, caller.domain));
  if (removal) return approvalOfRemoval(removal);
  const change = approvalId && (await helpdesk.approvals.find(CHANGES, approvalId, caller.domain));
  if (change) return approvalOfChange(change);
  const role =
    administration && approvalId && (await helpdesk.approvals.find(ROLE_REQUESTS, approvalId, caller.domain));
  if (role) return approvalOfRole(role);
  const lift = approvalId && (await helpdesk.approvals.find(LIFTS, approvalId, caller.domain));
  return lift && approvalOfLift(lift);
}

/** A removal that waits, in examples. */
export const REMOVAL = {
  id: 'rem-0f3c6a1b9d8e4f7081726354a5b6c7d8',
  kind: 'removal',
  state: 'awaiting-approval',
  userId: 'jane.doe',
  role: null,
  deviceId: 'VDS1000042-1',
  reason: 'lost',
  ticket: 'INC-4711',
  requestedBy: 'anna.admin through the service account Tickets',
  requestedAt: '2026-11-27T10:00:00.000Z',
  endsAt: '2026-11-27T14:00:00.000Z',
  decidedBy: null,
};

/** A deletion that waits, in examples. */
export const DELETION = {
  ...REMOVAL,
  id: 'chg-5c0a1b2c3d4e5f60718293a4b5c6d7e8',
  kind: 'deletion',
  deviceId: null,
  reason: null,
  ticket: null,
};

export const APPROVALS = [
  route({
    id: 'listApprovals',
    kind: 'read',
    method: 'GET',
    path: '/approvals',
    scope: 'approval:view',
    tag: 'Approvals',
    summary: 'List what waits for a second person',
    description:
      'Whatever staff see on the page of approvals, of the domain of the key. What is decided leaves the list.',
    params: NONE,
    query: z.strictObject(pageFields(800)),
    body: null,
    answers: { 200: { description: 'One page, of all kinds.', schema: approvalsSchema } },
    problems: ['malformed-request'],
    example: { path: '/approvals', status: 200, answer: { approvals: [REMOVAL], next: null } },
    follows: null,
    async read({ query }, context) {
      const paged = pageOf(await listWaiting(context), query, placeOf, true);
      return paged.ok ? accept({ approvals: paged.value.page, next: paged.value.next }) : paged;
    },
  }),
  route({
    id: 'readApproval',
    kind: 'read',
    method: 'GET',
    path: '/approvals/{approvalId}',
    scope: 'approval:view',
    tag: 'Approvals',
    summary: 'Follow what was asked for',
    description: 'The `id` is that of the answer 202.',
    params: z.strictObject({ approvalId: lineField(64) }),
    query: NONE,
    body: null,
    answers: { 200: { description: 'Decided or not.', schema: approvalSchema } },
    problems: [],
    example: { path: `/approvals/${REMOVAL.id}`, status: 200, answer: REMOVAL },
    follows: null,
    async read({ params }, context) {
      const approval = await findApproval(context, params.approvalId);
      return approval ? accept(approval) : refuse('not-found');
    },
  }),
];

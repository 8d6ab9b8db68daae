import { z } from 'zod';
import { ROLES } from '../../../accounts/users/role';
import { parseApprovalId, type Approval as ApprovalOf } from '../../../helpdesk/approvals/approval';
import { APPROVAL_PURPOSES, type ApprovalFacts } from '../../../helpdesk/approvals/approval-facts';
import type { KnownApproval } from '../../../helpdesk/approvals/offered-kind';
import { userOf } from '../../../helpdesk/approvals/request-approval';
import { accept, refuse } from '../../../shared/result';
import { nextField, pageFields, pageOf } from '../page';
import { type ApiContext, route } from '../route';
import { deviceIdField, lineField, NONE, reasonField, timeField, userIdField } from './fields';

export const approvalSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(APPROVAL_PURPOSES),
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

/** @returns null for what other systems are told nothing of */
function approvalOf({ approval, facts }: KnownApproval): Approval | null {
  if (!facts) return null;
  const { id, state, requestedBy, requestedAt, endsAt, decidedBy } = approval;
  const { purpose, ...rest } = facts;
  const isAwaiting = state === 'awaiting';
  return {
    id,
    kind: purpose,
    state: isAwaiting ? 'awaiting-approval' : state,
    userId: userOf(approval).userId,
    ...rest,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    endsAt: isAwaiting ? endsAt.toISOString() : null,
    decidedBy,
  };
}

/** The answer to who asked for what takes a second person. */
export function approvalAnswer<Subject extends object>(
  approval: ApprovalOf<Subject>,
  { describe }: { describe?: (subject: Subject) => ApprovalFacts },
): { status: 202; body: Approval; location: string } {
  const body = approvalOf({ approval, facts: describe?.(approval.subject) ?? null });
  if (!body) throw new TypeError(`${approval.id} is of a kind that programs are not told of`);
  return { status: 202, body, location: `/approvals/${approval.id}` };
}

/** The pending requests of the caller's domain. Overdue ones are left out, before and after the round. */
async function listWaiting({ services, caller }: ApiContext): Promise<Approval[]> {
  const waiting = await Promise.all(services.approvals.map((kind) => kind.listOpen(caller.domain)));
  return waiting
    .flat()
    .map(approvalOf)
    .filter((approval) => approval !== null)
    .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
}

function placeOf({ requestedAt, id }: Approval): string {
  return `${requestedAt} ${id}`;
}

/** Any that the caller's domain has, decided or not. */
async function findApproval({ services, caller }: ApiContext, text: string): Promise<Approval | null> {
  const id = parseApprovalId(text);
  if (!id) return null;
  for (const kind of services.approvals) {
    const request = await kind.find(id, caller.domain);
    if (request) return approvalOf(request);
  }
  return null;
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

import { z } from 'zod';
import { ACTIVATION_FAILURES } from '../../../audit/events/activation-events';
import { REVOCATION_REASONS } from '../../../audit/events/invitation-events';
import { CURRENT_STATES } from '../../../helpdesk/invitations/invitation';
import { PROGRESS_STEPS, readProgress } from '../../../helpdesk/invitations/invitation-progress';
import { OLD_DEVICE_FATES } from '../../../helpdesk/invitations/reissue';
import { type DeliveryProblem, DELIVERY_PROBLEMS } from '../../../messaging/delivery-error';
import { type InvitationId, parseInvitationId } from '../../../shared/identifiers/invitation-id';
import { accept, refuse, type Result } from '../../../shared/result';
import { SECOND } from '../../../shared/time/duration';
import type { ApiContext } from '../route';
import { ACTIVATION_STATES } from './activations';
import { deviceIdField, idField, reasonField, timeField, userIdField } from './fields';

/** One that a person at a telephone reads out belongs to staff. */
export const DELIVERIES = ['mail', 'letter'] as const;

const STATES = [...CURRENT_STATES, 'used', 'revoked', 'expired', 'declined'] as const;

export const invitationSchema = z
  .strictObject({
    id: idField('inv-'),
    state: z.enum(STATES),
    userId: userIdField,
    reason: reasonField,
    reasonText: z.string().nullable(),
    ticket: z.string(),
    delivery: z.enum([...DELIVERIES, 'phone']),
    lifetimeSeconds: z.int(),
    oldDevice: z
      .strictObject({
        deviceId: deviceIdField,
        fate: z.enum(OLD_DEVICE_FATES),
        state: z.enum(['in-use', 'lock-due', 'locked', 'released', 'removal-due', 'removed']),
      })
      .nullable(),
    requestedBy: z.string(),
    requestedAt: timeField,
    approvedBy: z.string().nullable(),
    endsAt: timeField.nullable().describe('When it expires; null once it has ended.'),
    endedAt: timeField.nullable(),
    endedBy: z.string().nullable(),
    revokedFor: z.enum(REVOCATION_REASONS.words).nullable(),
    steps: z.partialRecord(z.enum(PROGRESS_STEPS), timeField).describe('How far it came, and when.'),
    deliveryProblem: z
      .enum(Object.keys(DELIVERY_PROBLEMS) as [DeliveryProblem, ...DeliveryProblem[]])
      .nullable()
      .describe('Why a message is not delivered yet.'),
    activationState: z.enum(ACTIVATION_STATES).nullable().describe('Of its newest activation.'),
    failure: z.enum(ACTIVATION_FAILURES.words).nullable(),
    newDeviceId: deviceIdField.nullable(),
  })
  .meta({ id: 'Invitation', description: 'What is in the mail or the letter is for the invited person alone.' });

export const INVITATION = {
  id: 'inv-6b1f0c7d2a9e48358c7d1e0f9a8b7c6d',
  state: 'live',
  userId: 'jane.doe',
  reason: 'new-phone',
  reasonText: null,
  ticket: 'INC-4711',
  delivery: 'mail',
  lifetimeSeconds: 3_600,
  oldDevice: { deviceId: 'VDS1000042-1', fate: 'keep', state: 'in-use' },
  requestedBy: 'anna.admin through the service account Tickets',
  requestedAt: '2026-11-27T10:00:00.000Z',
  approvedBy: null,
  endsAt: '2026-11-27T11:00:00.000Z',
  endedAt: null,
  endedBy: null,
  revokedFor: null,
  steps: { sent: '2026-11-27T10:00:00.000Z', delivered: '2026-11-27T10:00:02.000Z' },
  deliveryProblem: null,
  activationState: null,
  failure: null,
  newDeviceId: null,
};

/** How far one of the caller's domain has come. @returns null where there is none */
export async function describeInvitation({ services, caller }: ApiContext, id: InvitationId) {
  const progress = await readProgress(services.helpdesk, id, caller.domain);
  if (!progress) return null;
  const { state, userId, reason, reasonText, ticket, delivery, lifetimeMs, oldDevice } = progress;
  const { requestedBy, requestedAt, approvedBy, endsAt, endedAt, endedBy } = progress;
  const { steps, deliveryProblem, activationState, failure } = progress;
  return {
    id,
    state,
    userId,
    reason,
    reasonText,
    ticket,
    delivery,
    lifetimeSeconds: lifetimeMs / SECOND,
    oldDevice: oldDevice && { deviceId: oldDevice.instanceId, fate: oldDevice.fate, state: oldDevice.state },
    requestedBy,
    requestedAt,
    approvedBy,
    endsAt,
    endedAt,
    endedBy,
    revokedFor: progress.why,
    steps,
    deliveryProblem,
    activationState,
    failure,
    newDeviceId: progress.instanceId,
  };
}

export async function readInvitation(
  { params }: { params: { invitationId: string } },
  context: ApiContext,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof describeInvitation>>>, 'not-found'>> {
  const id = parseInvitationId(params.invitationId);
  const invitation = id && (await describeInvitation(context, id));
  return invitation ? accept(invitation) : refuse('not-found');
}

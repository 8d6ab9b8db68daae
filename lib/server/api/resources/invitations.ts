import { z } from 'zod';
import { MAXIMUM_REASON_LENGTH } from '../../../helpdesk/approvals/request-texts';
import { MAXIMUM_DETAIL_LENGTH, NOTED_METHODS } from '../../../helpdesk/caller-check/caller-assessment';
import { requestAsSystem } from '../../../helpdesk/desk/reissue/request-as-system';
import { revokeByStaff } from '../../../helpdesk/invitations/revoke-invitation';
import { LETTER_LIFETIME, LIFETIME, lifetimesOf, OLD_DEVICE_FATES } from '../../../helpdesk/invitations/reissue';
import { parseInvitationId } from '../../../shared/identifiers/invitation-id';
import { accept, refuse } from '../../../shared/result';
import { SECOND } from '../../../shared/time/duration';
import { placeTime, readCursor, writeCursor } from '../cursor';
import { nextField, pageFields } from '../page';
import { route } from '../route';
import { deviceIdField, idField, lineField, NONE, personParams, reasonField, ticketField } from './fields';
import { DELIVERIES, describeInvitation, INVITATION, invitationSchema, readInvitation } from './invitation';
import { findUser } from './person';

const invitationsSchema = z
  .strictObject({ invitations: z.array(invitationSchema).describe('The newest first.'), next: nextField })
  .meta({ id: 'Invitations' });

const invitationParams = z.strictObject({ invitationId: idField('inv-') });

const placeSchema = z.strictObject({ id: idField('inv-'), at: placeTime });

export const INVITATIONS = [
  route({
    id: 'sendInvitation',
    kind: 'act',
    method: 'POST',
    path: '/people/{userId}/invitations',
    scope: 'invitation:send',
    daily: null,
    secondPerson: 'staff',
    tag: 'Invitations',
    summary: 'Invite a person to activate a device',
    description:
      'The link goes to the person alone. It is sent at once where the gateway has verified a one-time password of another device of theirs, which is enough for every reason. Otherwise, for protected people, and where the old device is removed, a person of the helpdesk agrees first. An invitation that is current is revoked. Where the person has as many devices as they may have (`limit` of `devices`), it takes the removal of one.',
    params: personParams,
    query: NONE,
    body: z.strictObject({
      reason: reasonField,
      reasonText: lineField(MAXIMUM_REASON_LENGTH).nullable().default(null).describe('For the reason `other`.'),
      ticket: ticketField,
      delivery: z.enum(DELIVERIES),
      lifetimeSeconds: z
        .int()
        .min(LIFETIME.minimum / SECOND)
        .max(LETTER_LIFETIME.maximum / SECOND)
        .optional()
        .describe('Left out for what is usual: an hour by mail, seven days by letter.'),
      oldDevice: z
        .strictObject({ deviceId: deviceIdField, fate: z.enum(OLD_DEVICE_FATES) })
        .nullable()
        .default(null)
        .describe('The device that is replaced; a stolen one has to be named.'),
      checks: z
        .array(z.strictObject({ method: z.enum(NOTED_METHODS), detail: lineField(MAXIMUM_DETAIL_LENGTH) }))
        .max(3)
        .describe(
          'How your system knows who asked: the number called back, the end of a document, a manager’s name. Nothing compares them: they are notes for whoever agrees.',
        ),
      oneTimePassword: z
        .strictObject({ deviceId: deviceIdField, digits: z.string().regex(/^\d{6,8}$/) })
        .nullable()
        .default(null)
        .describe('What the person read out from another active device of theirs. The gateway verifies it, once.'),
    }),
    answers: {
      201: { description: 'It has been sent.', schema: invitationSchema },
      202: { description: 'It waits for a person to agree; see `approvals`.', schema: invitationSchema },
    },
    problems: [
      'not-permitted',
      'account-disabled',
      'account-frozen',
      'reason-missing',
      'ticket-missing',
      'lifetime-out-of-range',
      'old-device-missing',
      'activation-limit-reached',
      'no-mail-address',
      'letter-not-possible',
      'evidence-missing',
      'evidence-malformed',
      'device-may-not-vouch',
      'one-time-password-wrong',
      'check-not-offered',
      'too-many-attempts',
      'too-many-invitations',
      'try-again',
      'gateway-unreachable',
    ],
    example: {
      path: '/people/jane.doe/invitations',
      body: {
        reason: 'new-phone',
        ticket: 'INC-4711',
        delivery: 'mail',
        oldDevice: { deviceId: 'VDS1000042-1', fate: 'keep' },
        checks: [{ method: 'call-back', detail: '+49 30 1234567' }],
        oneTimePassword: { deviceId: 'VDS1000042-2', digits: '281937' },
      },
      status: 201,
      answer: INVITATION,
    },
    async act({ params, body }, context) {
      const { services, caller, origin } = context;
      const { lifetimeSeconds, oldDevice, checks: notes, oneTimePassword: password, ...request } = body;
      const input = {
        ...request,
        oldDevice: oldDevice && { instanceId: oldDevice.deviceId, fate: oldDevice.fate },
        lifetimeMs: lifetimeSeconds === undefined ? lifetimesOf(body.delivery).normal : lifetimeSeconds * SECOND,
        checks: {
          notes,
          oneTimePassword: password && { instanceId: password.deviceId, digits: password.digits },
        },
      };
      const result = await requestAsSystem(services.helpdesk, caller, params, input, origin);
      if (!result.ok) return result;
      const invitation = await describeInvitation(context, result.value.id);
      if (!invitation) throw new TypeError('an invitation that was made is not there');
      const status = result.value.state === 'awaiting-approval' ? 202 : 201;
      return accept({ status, body: invitation, location: `/invitations/${result.value.id}` });
    },
  }),
  route({
    id: 'listInvitations',
    kind: 'read',
    method: 'GET',
    path: '/people/{userId}/invitations',
    scope: 'invitation:view',
    tag: 'Invitations',
    summary: 'List the invitations of a person',
    description: 'What became of each, without its link. The newest is the current one, if any is.',
    params: personParams,
    query: z.strictObject(pageFields(100, 20)),
    body: null,
    answers: { 200: { description: 'One page: current and ended ones.', schema: invitationsSchema } },
    problems: ['malformed-request'],
    example: { path: '/people/jane.doe/invitations', status: 200, answer: { invitations: [INVITATION], next: null } },
    follows: null,
    async read({ params, query: { limit, cursor } }, context) {
      const place = cursor === undefined ? null : readCursor(placeSchema, cursor);
      if (cursor !== undefined && place === null) return refuse('malformed-request');
      const user = await findUser(context, params);
      if (!user) return refuse('not-found');
      const after = place && { id: place.id, requestedAt: place.at };
      const listed = await context.services.helpdesk.invitations.listFor(user, limit + 1, after);
      const page = listed.slice(0, limit);
      const invitations = await Promise.all(page.map(({ id }) => describeInvitation(context, id)));
      const last = listed.length > limit ? page.at(-1) : undefined;
      const next = last ? writeCursor({ id: last.id, at: last.requestedAt.toISOString() }) : null;
      return accept({ invitations: invitations.filter((invitation) => invitation !== null), next });
    },
  }),
  route({
    id: 'readInvitation',
    kind: 'read',
    method: 'GET',
    path: '/invitations/{invitationId}',
    scope: 'invitation:view',
    tag: 'Invitations',
    summary: 'Follow an invitation',
    description: 'Wait for what changes it by `Prefer: wait` with `If-None-Match`.',
    params: invitationParams,
    query: NONE,
    body: null,
    answers: { 200: { description: 'How far it has come.', schema: invitationSchema } },
    problems: [],
    example: { path: `/invitations/${INVITATION.id}`, status: 200, answer: INVITATION },
    follows: ({ params }) => parseInvitationId(params.invitationId),
    read: readInvitation,
  }),
  route({
    id: 'revokeInvitation',
    kind: 'change',
    method: 'PATCH',
    path: '/invitations/{invitationId}',
    scope: 'invitation:revoke',
    daily: null,
    tag: 'Invitations',
    summary: 'Revoke an invitation',
    description: 'Ends what was begun with it, too.',
    params: invitationParams,
    query: NONE,
    body: z.strictObject({ state: z.literal('revoked') }),
    answers: { 200: { description: 'The invitation as it is now.', schema: invitationSchema } },
    problems: ['already-over'],
    example: {
      path: `/invitations/${INVITATION.id}`,
      body: { state: 'revoked' },
      status: 200,
      answer: {
        ...INVITATION,
        state: 'revoked',
        revokedFor: 'by-staff',
        endsAt: null,
        endedAt: '2026-11-27T10:05:00.000Z',
      },
    },
    read: readInvitation,
    async act({ params }, context) {
      const { services, caller, origin } = context;
      const invitation = await readInvitation({ params }, context);
      if (!invitation.ok) return invitation;
      if (invitation.value.state === 'revoked') return accept(null);
      const revoked = await revokeByStaff(services.helpdesk, caller, invitation.value.id, origin);
      return revoked.ok ? accept(null) : revoked;
    },
  }),
];

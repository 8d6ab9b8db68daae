import { z } from 'zod';
import {
  type ActivationLink,
  MAXIMUM_STATE_LENGTH,
  parseActivationLinkId,
  STATE_CHARACTERS,
} from '../../../helpdesk/activation-links/activation-link';
import { linkAddress, makeActivationLink } from '../../../helpdesk/activation-links/make-link';
import { LINK_OUTCOMES } from '../../../audit/events/activation-link-events';
import { MAXIMUM_RETURN_URL_LENGTH } from '../../../helpdesk/service-accounts/return-address';
import { accept, refuse } from '../../../shared/result';
import { type ApiContext, route } from '../route';
import { idField, lineField, NONE, timeField, userIdField } from './fields';

const activationLinkSchema = z
  .strictObject({
    id: idField('lnk-').describe('`jti` of the signed result.'),
    address: z
      .url()
      .describe('Send the browser of this one person there, as a whole page. It opens nothing by itself.'),
    userId: userIdField,
    state: z.enum(['made', 'opened', 'returned', 'expired']),
    expiresAt: timeField.describe('When it can be opened no more.'),
    activationId: idField('act-').nullable().describe('The newest that was started on the way: follow it there.'),
    outcome: z
      .enum(LINK_OUTCOMES.words)
      .nullable()
      .describe(
        'As the person took it back with them; null before. `cancelled` also where a newer one took its place.',
      ),
  })
  .meta({ id: 'ActivationLink', description: 'The way of one person to an activation here and back.' });

const LINK = {
  id: 'lnk-5f2c8a1b9d3e4f60718293a4b5c6d7e8',
  address: 'https://id.example.org/activation-links/lnk-5f2c8a1b9d3e4f60718293a4b5c6d7e8',
  userId: 'jane.doe',
  state: 'made',
  expiresAt: '2026-11-27T10:10:00.000Z',
  activationId: null,
  outcome: null,
} as const;

function describe({ services: { activationLinks } }: ApiContext, link: ActivationLink) {
  const { id, userId, expiresAt, state } = link;
  const isExpired = state === 'made' && activationLinks.clock.now() >= expiresAt;
  return {
    id,
    address: linkAddress(activationLinks, link),
    userId,
    state: isExpired ? 'expired' : state,
    expiresAt: expiresAt.toISOString(),
    activationId: state === 'made' ? null : link.activationId,
    outcome: state === 'returned' ? link.outcome : null,
  };
}

export const ACTIVATION_LINKS = [
  route({
    id: 'makeActivationLink',
    kind: 'act',
    method: 'POST',
    path: '/activation-links',
    scope: 'activation-link:make',
    daily: null,
    tag: 'Activation links',
    summary: 'Send a person to activate a device',
    description:
      'The person comes to `address` as a whole page, signs in here unless they are, activates, and goes back to the return address with `state` and a signed `result`. The result is a hint; what this API says of the activation is true.',
    params: NONE,
    query: NONE,
    body: z.strictObject({
      userId: userIdField,
      returnAddress: lineField(MAXIMUM_RETURN_URL_LENGTH).describe(
        'One that is registered for this service account, to the letter.',
      ),
      state: z
        .string()
        .min(1)
        .max(MAXIMUM_STATE_LENGTH)
        .regex(STATE_CHARACTERS, 'It has characters outside of printable ASCII.')
        .describe('Given back unchanged. Bind it to the session of the person’s browser with you, and take it once.'),
    }),
    answers: { 201: { description: 'A link that can be opened once, for 10 minutes.', schema: activationLinkSchema } },
    problems: ['account-disabled', 'not-a-user', 'return-address-unknown', 'too-many-activation-links', 'not-found'],
    example: {
      path: '/activation-links',
      body: { userId: 'jane.doe', returnAddress: 'https://bank.example/phones/back', state: 'qk3Xv0w8Zr' },
      status: 201,
      answer: LINK,
    },
    async act({ body: { userId, returnAddress: returnUrl, state: callerState } }, context) {
      const { services, caller, origin } = context;
      const wanted = { userId, returnUrl, callerState };
      const result = await makeActivationLink(services.activationLinks, caller, wanted, origin);
      if (!result.ok) return result;
      return accept({
        status: 201,
        body: describe(context, result.value),
        location: `/activation-links/${result.value.id}`,
      });
    },
  }),
  route({
    id: 'readActivationLink',
    kind: 'read',
    method: 'GET',
    path: '/activation-links/{linkId}',
    scope: 'activation-link:make',
    tag: 'Activation links',
    summary: 'What became of an activation link',
    description: 'Kept for a day. A service account sees its own.',
    params: z.strictObject({ linkId: idField('lnk-') }),
    query: NONE,
    body: null,
    answers: { 200: { description: 'How far the person has come.', schema: activationLinkSchema } },
    problems: [],
    example: { path: `/activation-links/${LINK.id}`, status: 200, answer: LINK },
    follows: null,
    async read({ params }, context) {
      const { services, caller } = context;
      const id = parseActivationLinkId(params.linkId);
      const link = id && (await services.activationLinks.links.find(id));
      return link?.serviceAccountId === caller.id ? accept(describe(context, link)) : refuse('not-found');
    },
  }),
];

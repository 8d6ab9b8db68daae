import { z } from 'zod';
import { MAXIMUM_GROUP_LENGTH, MAXIMUM_NAME_LENGTH, parseDetails } from '../../administration/account-details';
import { disableAccount, enableAccount } from '../../administration/change-account';
import { createAccount } from '../../administration/create-account';
import { lookUpUsers, MAXIMUM_QUERY_LENGTH, MINIMUM_QUERY_LENGTH } from '../../helpdesk/find-users';
import { LANGUAGES } from '../../shared/language';
import { accept, refuse } from '../../shared/result';
import { readCursor, writeCursor } from '../cursor';
import { route } from '../route';
import { cursorField, lineField, nextField, NONE, personParams, userIdField } from './fields';
import { changed, JANE, keyOf, personSchema, readPerson } from './person';

const foundSchema = z
  .strictObject({
    people: z.array(
      z.strictObject({
        userId: userIdField,
        displayName: z.string(),
        mailAddress: z.string().nullable(),
        isProtected: z.boolean(),
        isInvited: z.boolean().describe('Whether an invitation is current.'),
      }),
    ),
    next: nextField,
  })
  .meta({ id: 'FoundPeople' });

const placeSchema = z.strictObject({ person: lineField(255) });

export const PEOPLE = [
  route({
    id: 'findPeople',
    kind: 'act',
    method: 'GET',
    path: '/people',
    scope: 'user:find',
    tag: 'People',
    summary: 'Find people',
    description:
      'By the beginnings of words in user ID, name or mail address, by the serial number of a device, or by a ticket.',
    params: NONE,
    query: z.strictObject({ q: lineField(MAXIMUM_QUERY_LENGTH).min(MINIMUM_QUERY_LENGTH), cursor: cursorField }),
    body: null,
    answers: { 200: { description: 'At most 20 people, the best matches first.', schema: foundSchema } },
    problems: ['query-too-short', 'malformed-request', 'gateway-unreachable'],
    example: {
      path: '/people',
      query: 'q=doe',
      status: 200,
      answer: {
        people: [
          {
            userId: 'jane.doe',
            displayName: 'Jane Doe',
            mailAddress: 'jane.doe@example.org',
            isProtected: false,
            isInvited: false,
          },
        ],
        next: null,
      },
    },
    async act({ query: { q, cursor } }, { services, caller }) {
      const place = cursor === undefined ? null : readCursor(placeSchema, cursor);
      if (cursor !== undefined && place === null) return refuse('malformed-request');
      const found = await lookUpUsers(services.helpdesk, caller.domain, q, place?.person ?? null);
      if (!found.ok) return refuse('query-too-short');
      const { people, next } = found.value;
      return accept({ status: 200, body: { people, next: next === null ? null : writeCursor({ person: next }) } });
    },
  }),
  route({
    id: 'readPerson',
    kind: 'read',
    method: 'GET',
    path: '/people/{userId}',
    scope: 'user:view',
    tag: 'People',
    summary: 'Read a person',
    description: 'As the directory has them. Somebody of another domain is not found.',
    params: personParams,
    query: NONE,
    body: null,
    answers: { 200: { description: 'The person.', schema: personSchema } },
    problems: [],
    example: { path: '/people/jane.doe', status: 200, answer: JANE },
    read: readPerson,
    follows: null,
  }),
  route({
    id: 'createPerson',
    kind: 'act',
    method: 'POST',
    path: '/people',
    scope: 'account:manage',
    tag: 'People',
    summary: 'Create a person',
    description: 'Mails them a link by which they set a password. The link is in that mail alone.',
    params: NONE,
    query: NONE,
    body: z.strictObject({
      userId: userIdField,
      displayName: lineField(MAXIMUM_NAME_LENGTH),
      mailAddresses: z.array(lineField(254)).min(1).max(5).describe('The preferred one first.'),
      language: z.enum(LANGUAGES).default('en'),
      group: lineField(MAXIMUM_GROUP_LENGTH).nullable().default(null),
    }),
    answers: { 201: { description: 'The person.', schema: personSchema } },
    problems: [
      'not-offered',
      'user-exists',
      'user-id-invalid',
      'name-invalid',
      'group-invalid',
      'mail-addresses-invalid',
      'no-mail-address',
    ],
    example: {
      path: '/people',
      body: { userId: 'jane.doe', displayName: 'Jane Doe', mailAddresses: ['jane.doe@example.org'], language: 'en' },
      status: 201,
      answer: JANE,
    },
    async act({ body: { userId, mailAddresses, group, ...typed } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const details = parseDetails({ ...typed, mailAddresses: mailAddresses.join('\n'), group: group ?? '' });
      if (!details.ok) {
        if (details.refusal === 'language-unknown') throw new TypeError('the schema lets in unknown languages');
        return refuse(details.refusal);
      }
      const created = await createAccount(services.administration, caller, { ...details.value, userId }, origin);
      if (!created.ok) return created;
      const person = await readPerson({ params: created.value }, context);
      const location = `/people/${encodeURIComponent(created.value.userId)}`;
      return person.ok ? accept({ status: 201, body: person.value, location }) : person;
    },
  }),
  route({
    id: 'changePerson',
    kind: 'change',
    method: 'PATCH',
    path: '/people/{userId}',
    scope: 'account:manage',
    tag: 'People',
    summary: 'Disable or enable a person',
    description:
      'Whoever is disabled is signed out everywhere at once, and their devices approve nothing. Staff are enabled by people.',
    params: personParams,
    query: NONE,
    body: z.strictObject({ state: z.enum(['enabled', 'disabled']) }),
    answers: { 200: { description: 'The person as they are now.', schema: personSchema } },
    problems: ['not-offered', 'not-permitted', 'last-administrator', 'being-removed', 'has-role', 'lacks-role'],
    example: {
      path: '/people/jane.doe',
      body: { state: 'disabled' },
      status: 200,
      answer: { ...JANE, state: 'disabled' },
    },
    read: readPerson,
    async act({ params, body: { state } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const person = await readPerson({ params }, context);
      if (!person.ok) return person;
      if (person.value.state === state) return accept(null);
      const change = state === 'enabled' ? enableAccount : disableAccount;
      return changed(await change(services.administration, caller, keyOf(caller, params), origin));
    },
  }),
];

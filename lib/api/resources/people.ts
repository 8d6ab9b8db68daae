import { z } from 'zod';
import type { ServiceAccountRequester } from '../../accounts/users/principal';
import { ROLES } from '../../accounts/users/role';
import type { User } from '../../accounts/users/user';
import { LANGUAGES } from '../../shared/language';
import { MAXIMUM_GROUP_LENGTH, MAXIMUM_NAME_LENGTH, parseDetails } from '../../administration/account-details';
import type { Account } from '../../administration/account-store';
import type { AccountRefusal } from '../../administration/administration-ports';
import { disableAccount, enableAccount, giveRole, takeRole } from '../../administration/change-account';
import { createAccount } from '../../administration/create-account';
import { requestRole } from '../../administration/request-role';
import { lookUpUsers, MAXIMUM_QUERY_LENGTH, MINIMUM_QUERY_LENGTH } from '../../helpdesk/find-users';
import { isProtected } from '../../helpdesk/staff';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import { readCursor, writeCursor } from '../cursor';
import { type ApiContext, route } from '../route';
import { approvalOfRole, approvalSchema } from './approvals';
import { cursorField, lineField, nextField, NONE, personParams, timeField, userIdField } from './fields';

const STATES = ['enabled', 'disabled', 'locked', 'being-removed'] as const;

export const personSchema = z
  .strictObject({
    userId: userIdField,
    displayName: z.string(),
    mailAddresses: z.array(z.string()).describe('The preferred one first.'),
    language: z.enum(LANGUAGES).describe('Of the mails.'),
    group: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    isProtected: z.boolean().describe('Whether changes to their devices take a second person.'),
    state: z.enum(STATES).describe('`locked` by the authentication server that has the account.'),
    createdAt: timeField.nullable().describe('Null where accounts are managed elsewhere.'),
  })
  .meta({ id: 'Person' });

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

const JANE = {
  userId: 'jane.doe',
  displayName: 'Jane Doe',
  mailAddresses: ['jane.doe@example.org'],
  language: 'en',
  group: null,
  roles: ['user'],
  isProtected: false,
  state: 'enabled',
  createdAt: '2026-11-24T09:30:00.000Z',
};

/** The key of somebody in the service account's domain: others do not exist for it. */
export function keyOf(caller: ServiceAccountRequester, { userId }: { userId: string }): UserKey {
  return { userId, domain: caller.domain };
}

/** The account as its directory has it, which spells the user ID. */
export async function findUser({ services, caller }: ApiContext, params: { userId: string }): Promise<User | null> {
  return services.access.users.find(params.userId, caller.domain);
}

async function readPerson(
  { params }: { params: { userId: string } },
  context: ApiContext,
): Promise<Result<z.input<typeof personSchema>, 'not-found'>> {
  const { services, caller } = context;
  const account = await services.administration?.accounts.find(keyOf(caller, params));
  const user = account?.user ?? (await findUser(context, params));
  if (!user) return refuse('not-found');
  const { userId, displayName, mailAddresses, language, group, roles } = user;
  return accept({
    userId,
    displayName,
    mailAddresses: [...mailAddresses],
    language,
    group: group?.name ?? null,
    roles: [...roles],
    isProtected: isProtected(user),
    state: stateOf(user, account ?? null),
    createdAt: account?.createdAt.toISOString() ?? null,
  });
}

function stateOf(user: User, account: Account | null): (typeof STATES)[number] {
  if (account?.removalRequestedAt) return 'being-removed';
  if (account?.disabledAt) return 'disabled';
  return user.bar ?? 'enabled';
}

type RefusedChange = 'not-found' | 'not-permitted' | 'last-administrator' | 'being-removed' | 'has-role' | 'lacks-role';

/** What is as it should be already is done. @throws TypeError for a refusal that a service account cannot meet */
function changed(done: Result<null, AccountRefusal>): Result<null, RefusedChange> {
  if (done.ok) return done;
  switch (done.refusal) {
    case 'already-disabled':
    case 'not-disabled':
      return accept(null);
    case 'not-found':
    case 'not-permitted':
    case 'last-administrator':
    case 'being-removed':
    case 'has-role':
    case 'lacks-role':
      return refuse(done.refusal);
    case 'own-account':
      throw new TypeError('a service account has no account of its own');
  }
}

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
  route({
    id: 'giveRole',
    kind: 'act',
    method: 'POST',
    path: '/people/{userId}/roles',
    scope: 'account:manage',
    tag: 'People',
    summary: 'Give a role, or ask for it',
    description: 'The role `user` is given at once. A role of the staff is asked for: a person decides.',
    params: personParams,
    query: NONE,
    body: z.strictObject({ role: z.enum(ROLES) }),
    answers: {
      200: { description: 'The person, who has the role now.', schema: personSchema },
      202: { description: 'It waits for a person to agree.', schema: approvalSchema },
    },
    problems: [
      'not-offered',
      'not-permitted',
      'last-administrator',
      'being-removed',
      'has-role',
      'lacks-role',
      'already-asked',
      'account-disabled',
    ],
    example: { path: '/people/jane.doe/roles', body: { role: 'user' }, status: 200, answer: JANE },
    async act({ params, body: { role } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const target = keyOf(caller, params);
      if (role === 'user') {
        const given = changed(await giveRole(services.administration, caller, target, role, origin));
        const person = given.ok ? await readPerson({ params }, context) : given;
        return person.ok ? accept({ status: 200, body: person.value }) : person;
      }
      const asked = await requestRole(services.administration, caller, target, role, origin);
      if (asked.ok) {
        const body = approvalOfRole({ ...asked.value, state: 'awaiting-approval', decidedBy: null });
        return accept({ status: 202, body, location: `/approvals/${asked.value.id}` });
      }
      if (asked.refusal === 'already-disabled') return refuse('account-disabled');
      if (asked.refusal === 'own-account') throw new TypeError('a service account has no account of its own');
      return refuse(asked.refusal);
    },
  }),
  route({
    id: 'takeRole',
    kind: 'act',
    method: 'DELETE',
    path: '/people/{userId}/roles/{role}',
    scope: 'account:manage',
    tag: 'People',
    summary: 'Take a role away',
    description: 'Signs the person out everywhere.',
    params: z.strictObject({ userId: userIdField, role: z.enum(ROLES) }),
    query: NONE,
    body: null,
    answers: { 200: { description: 'The person, who has lost the role.', schema: personSchema } },
    problems: ['not-offered', 'not-permitted', 'last-administrator', 'being-removed', 'has-role', 'lacks-role'],
    example: { path: '/people/jane.doe/roles/auditor', status: 200, answer: JANE },
    async act({ params }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const taken = changed(
        await takeRole(services.administration, caller, keyOf(caller, params), params.role, origin),
      );
      const person = taken.ok ? await readPerson({ params }, context) : taken;
      return person.ok ? accept({ status: 200, body: person.value }) : person;
    },
  }),
];

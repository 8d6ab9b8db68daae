import { z } from 'zod';
import { isStaff } from '../../../accounts/users/role';
import { MAXIMUM_NAME_LENGTH } from '../../../accounts/users/new-user';
import { MAXIMUM_GROUP_LENGTH, parseDetails } from '../../../helpdesk/administration/account-details';
import { disableAccount, enableAccount } from '../../../helpdesk/administration/change-account';
import { changeDetails, detailsVersion } from '../../../helpdesk/administration/change-details';
import { createAccount } from '../../../helpdesk/administration/create-account';
import { LANGUAGES } from '../../../shared/language';
import { accept, refuse } from '../../../shared/result';
import { type ApiContext, route } from '../route';
import { lineField, NONE, personParams, userIdField } from './fields';
import { DELETION } from './approvals';
import { FIND_PEOPLE } from './find-people';
import { ASKED, askForChange, CHANGE_PROBLEMS } from './changes';
import { changed, JANE, keyOf, personSchema, readPerson } from './person';

const mailAddressesField = z.array(lineField(254)).max(5).describe('The preferred one first.');

export const PEOPLE = [
  FIND_PEOPLE,
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
    daily: 'new-accounts',
    tag: 'People',
    summary: 'Create a person',
    description: 'Mails them a link by which they set a password. The link is in that mail alone.',
    params: NONE,
    query: NONE,
    body: z.strictObject({
      userId: userIdField,
      displayName: lineField(MAXIMUM_NAME_LENGTH),
      mailAddresses: mailAddressesField.min(1),
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
    async act({ body: { userId, ...fields } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      const details = readDetails(fields);
      if (!details.ok) return details;
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
    daily: 'account-changes',
    secondPerson: 'staff',
    tag: 'People',
    summary: 'Change a person',
    description:
      'Either `state`, or any of the details; what is left out stays. Whoever is disabled is signed out everywhere at once, and their devices approve nothing. Changed mail addresses are told to the old and the new ones. A member of staff is disabled once a person agrees, and enabled and changed by people alone.',
    params: personParams,
    query: NONE,
    body: z
      .strictObject({
        state: z.enum(['enabled', 'disabled']).optional(),
        displayName: lineField(MAXIMUM_NAME_LENGTH).optional(),
        mailAddresses: mailAddressesField.min(0).optional(),
        language: z.enum(LANGUAGES).optional(),
        group: lineField(MAXIMUM_GROUP_LENGTH).nullable().optional().describe('Null for none.'),
      })
      .refine(({ state, ...details }) => (state === undefined) !== (Object.keys(details).length === 0), {
        error: 'It has either `state` or details.',
      }),
    answers: { 200: { description: 'The person as they are now.', schema: personSchema }, ...ASKED },
    problems: [
      'not-permitted',
      'last-administrator',
      'being-removed',
      'has-role',
      'lacks-role',
      'name-invalid',
      'group-invalid',
      'mail-addresses-invalid',
      'try-again',
      ...CHANGE_PROBLEMS,
    ],
    example: {
      path: '/people/jane.doe',
      body: { state: 'disabled' },
      status: 200,
      answer: { ...JANE, state: 'disabled' },
    },
    read: readPerson,
    async act({ params, body: { state, ...details } }, context) {
      const { services, caller, origin } = context;
      if (!services.administration) return refuse('not-offered');
      if (state === undefined) return changeDetailsOf(params, details, context);
      const person = await readPerson({ params }, context);
      if (!person.ok) return person;
      if (person.value.state === state) return accept(null);
      const target = keyOf(caller, params);
      if (state === 'disabled' && isStaff(person.value))
        return askForChange(context, target, { change: 'disable', role: null, instanceId: null });
      const change = state === 'enabled' ? enableAccount : disableAccount;
      return changed(await change(services.administration, caller, target, origin));
    },
  }),
  route({
    id: 'deletePerson',
    kind: 'change',
    method: 'DELETE',
    path: '/people/{userId}',
    scope: 'account:manage',
    daily: 'requests',
    secondPerson: 'always',
    tag: 'People',
    summary: 'Ask for the deletion of a person',
    description:
      'For good: once a person agrees, the account is disabled at once, and deleted as soon as its devices are removed. Until then, disable it.',
    params: personParams,
    query: NONE,
    body: null,
    answers: ASKED,
    problems: CHANGE_PROBLEMS,
    example: { path: '/people/jane.doe', status: 202, answer: DELETION },
    read: readPerson,
    act: ({ params }, context) =>
      askForChange(context, keyOf(context.caller, params), { change: 'remove', role: null, instanceId: null }),
  }),
];

type NewDetails = {
  [Name in 'displayName' | 'mailAddresses' | 'language' | 'group']?: z.output<typeof personSchema>[Name] | undefined;
};

/** Omitted fields stay; of two concurrent changes, one is refused with the advice to repeat it. */
async function changeDetailsOf(
  params: { userId: string },
  details: NewDetails,
  { services, caller, origin }: ApiContext,
) {
  const { administration } = services;
  if (!administration) return refuse('not-offered');
  const account = await administration.accounts.find(keyOf(caller, params));
  if (!account) return refuse('not-found');
  const { user } = account;
  const { displayName = user.displayName, language = user.language } = details;
  const { group = user.group?.name ?? null, mailAddresses = user.mailAddresses } = details;
  const parsed = readDetails({ displayName, language, group, mailAddresses });
  if (!parsed.ok) return parsed;
  const version = detailsVersion(user);
  const result = await changeDetails(
    administration,
    caller,
    keyOf(caller, params),
    { ...parsed.value, shown: version },
    origin,
  );
  if (result.ok) return accept(null);
  switch (result.refusal) {
    case 'not-found':
      return refuse('not-found');
    case 'not-permitted':
    case 'address-of-staff':
      return refuse('not-permitted');
    case 'changed-meanwhile':
      return refuse('try-again');
    case 'own-account':
      throw new TypeError('a service account has no account of its own');
  }
}

/** @throws TypeError for a language that the schema lets in and the site does not have */
function readDetails(
  input: Pick<z.output<typeof personSchema>, 'displayName' | 'language' | 'group'> & {
    mailAddresses: readonly string[];
  },
) {
  const { mailAddresses, group, ...fields } = input;
  const details = parseDetails({ ...fields, mailAddresses: mailAddresses.join('\n'), group: group ?? '' });
  if (details.ok) return details;
  if (details.refusal === 'language-unknown') throw new TypeError('the schema lets in unknown languages');
  return refuse(details.refusal);
}

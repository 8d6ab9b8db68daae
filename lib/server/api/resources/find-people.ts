import { z } from 'zod';
import {
  describePeople,
  lookUpUsers,
  MAXIMUM_QUERY_LENGTH,
  MINIMUM_QUERY_LENGTH,
  type FoundPerson,
} from '../../../helpdesk/desk/find-users';
import { accept, refuse } from '../../../shared/result';
import { readCursor, writeCursor } from '../cursor';
import { nextField, pageFields } from '../page';
import { type ApiContext, route } from '../route';
import { lineField, NONE, userIdField } from './fields';

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

/** @property within the place that its page of a search was asked with, where the client wanted fewer than that has */
const placeSchema = z.strictObject({ person: lineField(255), within: lineField(255).nullable().optional() });

/** All that the directory has, in the order of user IDs. */
async function listAll({ services, caller }: ApiContext, limit: number, place: z.output<typeof placeSchema> | null) {
  if (!services.administration) return refuse('not-offered');
  const accounts = await services.administration.accounts.list(caller.domain, place?.person ?? null, limit + 1);
  const page = accounts.slice(0, limit).map(({ user }) => user);
  const last = accounts.length > limit ? page.at(-1) : undefined;
  const people = await describePeople(services.helpdesk, page);
  return accept({ people, next: last ? writeCursor({ person: last.userId }) : null });
}

async function search(
  { services, caller }: ApiContext,
  q: string,
  limit: number,
  place: z.output<typeof placeSchema> | null,
) {
  const after = place?.within === undefined ? (place?.person ?? null) : place.within;
  const result = await lookUpUsers(services.helpdesk, caller.domain, q, after);
  if (!result.ok) return refuse('query-too-short');
  const { people, next } = result.value;
  // If the person has left the page meanwhile, the page is read again from its beginning.
  const begin = place?.within === undefined ? 0 : people.findIndex(({ userId }) => userId === place.person) + 1;
  const page = people.slice(begin, begin + limit);
  const last = people.length > begin + limit ? page.at(-1) : undefined;
  if (last) return accept({ people: page, next: writeCursor({ person: last.userId, within: after }) });
  return accept({ people: page, next: next === null ? null : writeCursor({ person: next }) });
}

function inAnswer({ userId, displayName, mailAddress, isProtected, isInvited }: FoundPerson) {
  return { userId, displayName, mailAddress, isProtected, isInvited };
}

export const FIND_PEOPLE = route({
  id: 'findPeople',
  kind: 'act',
  method: 'GET',
  path: '/people',
  scope: 'user:find',
  tag: 'People',
  summary: 'List or find people',
  description:
    'With `q` by the beginnings of words in user ID, name or mail address, by the serial number of a device, or by a ticket: the best matches first. Without it everybody, in the order of user IDs, where this site manages the accounts.',
  params: NONE,
  query: z.strictObject({
    q: lineField(MAXIMUM_QUERY_LENGTH).min(MINIMUM_QUERY_LENGTH).optional().describe('What to find people by.'),
    ...pageFields(100, 20),
  }),
  body: null,
  answers: { 200: { description: 'One page; with `q` 20 people at most.', schema: foundSchema } },
  problems: ['not-offered', 'query-too-short', 'malformed-request', 'gateway-unreachable'],
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
  async act({ query: { q, limit, cursor } }, context) {
    const place = cursor === undefined ? null : readCursor(placeSchema, cursor);
    if (cursor !== undefined && place === null) return refuse('malformed-request');
    const page = await (q === undefined ? listAll(context, limit, place) : search(context, q, limit, place));
    if (!page.ok) return page;
    const { people, next } = page.value;
    return accept({ status: 200, body: { people: people.map(inAnswer), next } });
  },
});

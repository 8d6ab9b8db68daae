import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { RefusalCode } from '../http/exchange';
import { type ProblemDocument, problemDocument } from '../../shared/problem-document';

/** What one problem says beside its type. */
type Sentence = readonly [status: number, detail: string];

/**
 * Every problem that an answer of the API can be (RFC 9457): its status, and what to do. Codes are kept: programs branch
 * on them.
 */
const PROBLEMS = {
  'malformed-target': [
    400,
    'This address is malformed. Begin it with one slash, and encode special characters as UTF-8.',
  ],
  'unclear-host': [400, 'A request names its host, and once only.'],
  'unexpected-body': [400, 'Send no body with this method.'],
  'malformed-request': [400, 'The request does not have the form that is documented. `errors` says what is wrong.'],
  'malformed-key': [401, 'Send the key of a service account as `Authorization: Bearer tes_…`.'],
  'unknown-key': [401, 'This key opens nothing. Send the key of a service account as `Authorization: Bearer tes_…`.'],
  expired: [401, 'This key has expired. Ask an administrator of this site to rotate it.'],
  suspended: [403, 'This service account is suspended. Ask an administrator of this site.'],
  'wrong-network': [403, 'This key is not accepted from your address. Ask an administrator of this site.'],
  'missing-scope': [403, 'The key lacks the scope that this address needs. `scope` names it.'],
  'foreign-origin': [403, 'Call this site from a server: pages of other websites may not change anything here.'],
  'not-permitted': [403, 'This takes a person: a service account may not do it.'],
  'not-found': [404, 'There is nothing at this address, or nothing that this key may see.'],
  'method-not-allowed': [405, 'This address does not answer this method. `Allow` lists those that it answers.'],
  'not-acceptable': [406, 'Ask for a format that is documented.'],
  'wrong-type': [415, 'Send the body as `application/json`.'],
  'body-too-slow': [408, 'This request did not come whole in time. Send it again.'],
  'body-too-long': [413, 'This request is too long: at most 16 kB are read here.'],
  'target-too-long': [414, 'This address is too long: at most 4,096 characters are read here.'],
  'unknown-host': [421, 'This site has another name. Use the address that you were given.'],
  'precondition-required': [428, 'Name the version that you change: `If-Match` with the `ETag` that you read, or `*`.'],
  'precondition-failed': [412, 'It has changed since you read it. Read it again, and decide anew.'],
  'too-many-requests': [429, 'Too many requests. Come back after the seconds of `Retry-After`.'],
  'daily-budget-used-up': [
    429,
    'This service account has changed as much as a day allows, and people have been alarmed. Come back after the seconds of `Retry-After`, or ask them.',
  ],
  'key-in-use': [409, 'A request with this `Idempotency-Key` is under way. Send it again in a moment.'],
  'key-used-otherwise': [422, 'This `Idempotency-Key` belongs to another request. Use a new one for a new request.'],
  failed: [500, 'Something went wrong here. `requestId` helps whoever runs the site to find out what.'],
  starting: [503, 'This site is starting. Try again after the seconds of `Retry-After`.'],
  'too-busy': [503, 'This site has more to do than it can right now. Try again after the seconds of `Retry-After`.'],
  unavailable: [503, 'This site cannot do this right now. Try again after the seconds of `Retry-After`.'],
  'gateway-unreachable': [503, 'The activation gateway does not answer. Nothing was changed; try again later.'],

  'not-offered': [409, 'This site cannot do this: its accounts or devices are managed elsewhere.'],
  'user-exists': [409, 'There is an account with this user ID.'],
  'user-id-invalid': [
    422,
    'A user ID has no spaces, semicolons or invisible characters, and each of its words is in one script.',
  ],
  'name-invalid': [422, 'A name is empty once it is trimmed, or has a word in several scripts.'],
  'group-invalid': [422, 'The group is empty once it is trimmed.'],
  'mail-addresses-invalid': [422, 'One of the mail addresses is none.'],
  'no-mail-address': [422, 'The person has no mail address to write to.'],
  'being-removed': [409, 'The account is being removed.'],
  'last-administrator': [409, 'One administrator who is not disabled has to remain.'],
  'has-role': [409, 'The person has this role.'],
  'lacks-role': [409, 'The person does not have this role.'],
  'already-asked': [409, 'The same has been asked for, and waits for a second person.'],
  'lock-not-by-system': [
    409,
    'Only a lock that a system has set by itself is lifted here. What staff lock stays locked.',
  ],
  'account-disabled': [409, 'The account is disabled.'],
  'account-frozen': [409, 'The account is frozen: two members of staff lift that.'],
  'query-too-short': [422, 'Search for at least two characters.'],
  'ticket-missing': [422, 'Name the ticket of your system, in one line.'],
  'reason-missing': [422, 'Say in `reasonText` what the reason is.'],
  'lifetime-out-of-range': [422, 'The lifetime is outside of what this delivery allows.'],
  'old-device-missing': [422, 'Name the device that is replaced, by the `id` that `devices` lists.'],
  'activation-limit-reached': [
    409,
    'The person has as many devices as they may have, and locked ones count. Name one in `oldDevice` with the fate `remove`, or ask for its removal first. Nothing was sent or locked.',
  ],
  'evidence-missing': [422, 'Say what each check was, in one line.'],
  'evidence-malformed': [422, 'A check has too little: digits of a number, characters of a document, a full name.'],
  'device-may-not-vouch': [409, 'This device proves nothing: it is not theirs, not active, new, lost or stolen.'],
  'one-time-password-wrong': [422, 'The gateway does not accept this one-time password. Each works once.'],
  'check-not-offered': [409, 'The gateway of this site verifies no one-time passwords.'],
  'too-many-attempts': [429, 'There were too many wrong one-time passwords of this device. Try again in five minutes.'],
  'letter-not-possible': [422, 'This site prints no letters.'],
  'too-many-invitations': [429, 'There were too many invitations, from this service account or for this person.'],
  'already-over': [409, 'The invitation has ended.'],
  'try-again': [409, 'Others were faster, several times. Send it again.'],
  'not-a-user': [409, 'The person has no devices of their own here: they lack the role `user`.'],
  'return-address-unknown': [422, 'Ask an administrator of this site to register this return address, to the letter.'],
  'too-many-activation-links': [429, 'There were too many activation links for this person. Try again later.'],
  'webhook-address-invalid': [
    422,
    'The address has to begin with https:// and lead into the Internet, without a name, a password or a fragment.',
  ],
  'webhook-exists': [409, 'There is a webhook with this address.'],
  'too-many-webhooks': [409, 'There are as many webhooks as one domain may have. Delete one first.'],
  'managed-in-settings': [409, 'This webhook is of the settings of this site: whoever runs it changes it there.'],
  'secret-shown-once': [
    409,
    'This was done, and the secret was in the first answer alone. Rotate the secret if that answer was lost.',
  ],
  'period-not-allowed': [422, 'The period is empty, or longer than 366 days.'],
} as const satisfies Record<Exclude<RefusalCode, 'not-ours'>, Sentence> & Record<string, Sentence>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A wrong part of a request. */
export type InputError = { where: 'path' | 'query' | 'header' | 'body'; name: string; detail: string };

export function problemStatus(code: ProblemCode): number {
  return PROBLEMS[code][0];
}

export function problemDetail(code: ProblemCode): string {
  return PROBLEMS[code][1];
}

/** The type's title: its code as words. */
export function problemTitle(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What every problem of one request says. @property publicUrl of this site, where problems are explained */
export type ProblemContext = { requestId: string; publicUrl: string };

export function problemOf(code: ProblemCode, context: ProblemContext): ProblemDocument {
  const [status, detail] = PROBLEMS[code];
  return problemDocument({ code, status, title: problemTitle(code) }, { detail, ...context });
}

/** The same as a schema, for the document that describes the API. */
export const problemSchema = z
  .strictObject({
    type: z.url().describe('Names the kind of problem: where this site explains it.'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('For people: what to do.'),
    code: z.string().describe('For programs. Codes are kept.'),
    requestId: z.string().describe('Ties the answer to the log and the audit records of the site.'),
    scope: z.string().optional().describe('The scope that was missing.'),
    errors: z
      .array(
        z.strictObject({
          where: z.enum(['path', 'query', 'header', 'body']),
          name: z.string(),
          detail: z.string(),
        }),
      )
      .optional()
      .describe('What is wrong with the request.'),
  })
  .meta({ id: 'Problem', description: 'A problem (RFC 9457).' });

export function statusWords(status: number): string {
  return STATUS_CODES[status] ?? String(status);
}

import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '../../../accounts/users/user';
import { MAXIMUM_TICKET_LENGTH } from '../../../helpdesk/approvals/request-texts';
import { REISSUE_REASONS } from '../../../helpdesk/caller-check/reissue-reason';

/**
 * Fields of several resources. Every schema is closed: properties that it does not name are neither accepted nor
 * returned.
 */
export const NONE = z.strictObject({});

const CONTROL = String.raw`\u0000-\u001f\u007f-\u009f`;

/**
 * Neither control characters nor halves of surrogate pairs, by a pattern that means the same with the flag `u` and
 * without: programs that validate by the OpenAPI document set it or not.
 */
const LINE = new RegExp(String.raw`^(?:[^${CONTROL}\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])+$`);

/** One line that a database can store. */
export function lineField(longest: number): z.ZodString {
  return z.string().min(1).max(longest).regex(LINE, 'It has control characters.');
}

export const userIdField = lineField(MAXIMUM_USER_ID_LENGTH).describe('In any case.');

export const personParams = z.strictObject({ userId: userIdField });

export const timeField = z.iso.datetime().describe('In UTC.');

export const ticketField = lineField(MAXIMUM_TICKET_LENGTH).describe(
  'Reference of the request in your system. Staff and records show it.',
);

export const reasonField = z.enum(REISSUE_REASONS);

export const deviceIdField = lineField(64);

/** @param prefix with its hyphen, as `inv-` */
export function idField(prefix: string): z.ZodString {
  return z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), 'It is no identifier of this kind.')
    .describe(`\`${prefix}\` and 32 hexadecimal digits.`);
}

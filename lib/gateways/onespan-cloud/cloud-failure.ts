import { z } from 'zod';
import { GatewayError, type GatewayErrorCode, type GatewayOutcome } from '../../activation/gateway-error';

/** What a failure is about. */
export type ErrorClass =
  | 'system'
  | 'user'
  | 'provisioning'
  | 'authenticator'
  | 'session'
  | 'risk'
  | 'authentication'
  | 'transaction';

/** The documented ranges of `retCode`, a hundred codes each, by the last one of each (OneSpan §5.4). */
const CLASSES: readonly (readonly [last: number, ErrorClass])[] = [
  [-1_000, 'system'],
  [-1_100, 'user'],
  [-1_200, 'provisioning'],
  [-1_300, 'authenticator'],
  [-1_400, 'session'],
  [-1_500, 'risk'],
  [-1_600, 'authentication'],
  [-1_700, 'transaction'],
];

/** Bad payload, URL or headers; the other documented one of the class is for an internal error (OneSpan §5.4). */
const BAD_REQUEST = -1_001;

/** It passes with time, like an outage (RFC 6585 §4). */
const TOO_MANY_CALLS = 429;

/** That every part may be missing is inferred (OneSpan §5). */
export const failureSchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
  validationErrors: z.array(z.object({ message: z.string() })).optional(),
  retCode: z.number().int().optional(),
});

/** A failure reported by the cloud. */
export type CloudFailure = z.infer<typeof failureSchema> & {
  /** For instance `POST users/register`, for logs. */
  command: string;
  /** The HTTP status. */
  status: number;
};

/** @returns null without a code, or for an undocumented class */
export function classOf({ retCode }: CloudFailure): ErrorClass | null {
  if (retCode === undefined) return null;
  return CLASSES.find(([last]) => retCode <= last && retCode > last - 100)?.[1] ?? null;
}

/** That the HTTP status means "not found" is inferred. */
export function isNotFound({ status }: CloudFailure): boolean {
  return status === 404;
}

/** `409 License activation limit reached` (OneSpan §5.4). */
export function isLimitReached({ status, message }: CloudFailure): boolean {
  return status === 409 && /activation limit/i.test(message ?? '');
}

/** Whether the cloud refused the user or the input; a failure of no documented class may be anything. */
export function isRefusal(failure: CloudFailure): boolean {
  const about = classOf(failure);
  const isAboutInput = (failure.validationErrors ?? []).length > 0;
  return about === null ? isAboutInput : about !== 'system';
}

/** For failures that are handled nowhere else. */
export function unforeseen(failure: CloudFailure): GatewayError {
  const { status, retCode } = failure;
  const reason = `HTTP ${status}${retCode === undefined ? '' : ` (${retCode})`}`;
  return new GatewayError(codeOf(failure), outcomeOf(failure), { cause: new Error(describe(failure)), reason });
}

/** That a call which ends in an internal error may have been carried out is inferred. */
function outcomeOf({ status, retCode }: CloudFailure): GatewayOutcome {
  if (status === TOO_MANY_CALLS) return 'not-sent';
  return status >= 500 && retCode !== BAD_REQUEST ? 'unknown' : 'final';
}

/** @throws GatewayError always */
export function throwUnforeseen(failure: CloudFailure): never {
  throw unforeseen(failure);
}

function codeOf(failure: CloudFailure): GatewayErrorCode {
  const { status, retCode } = failure;
  if (classOf(failure) === 'system') return retCode === BAD_REQUEST ? 'malformed-reply' : 'unreachable';
  if (status === 401 || status === 403) return 'refused-credentials';
  return status >= 500 || status === TOO_MANY_CALLS ? 'unreachable' : 'malformed-reply';
}

function describe(failure: CloudFailure): string {
  const { command, status, message = '', validationErrors = [], retCode } = failure;
  const about = classOf(failure);
  const words = [message, ...validationErrors.map((one) => one.message)].filter((text) => text !== '');
  const what = retCode === undefined ? '' : ` (${retCode}${about === null ? '' : `, ${about} error`})`;
  const description = words
    .join('; ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, 200);
  return `${command}: HTTP ${status}${what} ${description}`.trim();
}

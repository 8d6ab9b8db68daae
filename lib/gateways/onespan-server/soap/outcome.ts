import { GatewayError } from '../../../activation/gateway-error';
import { childOf, childrenOf, textOf, type XmlElement } from './xml-element';

/** Fields of a record or a reply, by name. */
export type Fields = Readonly<Record<string, string>>;

/** The status of a command (OneSpan §3.1, §4.1). */
export type Status = {
  /** `statusCodeEnum`. */
  name: string;
  /** `statusCode`. */
  number: number;
  /** For the log: the truncated error stack. */
  told: string;
};

/** Reply of an attribute-style command: one record, several, or none. */
export type Outcome = { status: Status; fields: Fields; records: Fields[] };

/** Reply of a command with one result. */
export type Answer<Value> = {
  status: Status;
  /** Null unless the status is success. */
  value: Value | null;
};

/** @throws Error when the reply is malformed */
export function readOutcome(answer: XmlElement): Outcome {
  // The authentication interface wraps its results once more, as seen in a public client.
  const results = childOf(answer, 'results') ?? childOf(answer.children[0] ?? null, 'results');
  if (!results) throw new Error('no results');
  const xmlElement = childOf(results, 'resultAttribute');
  return {
    status: readStatus(results),
    fields: readFields(xmlElement),
    records: childrenOf(xmlElement, 'attributeList').map(readFields),
  };
}

/** @param parent of the result codes and the error stack @throws Error without codes */
export function readStatus(parent: XmlElement | null): Status {
  const codes = childOf(parent, 'resultCodes');
  const name = textOf(codes, 'statusCodeEnum') ?? '';
  const number = Number(textOf(codes, 'statusCode') ?? Number.NaN);
  if (!/^\w{1,100}$/.test(name) || !Number.isInteger(number)) throw new Error('no result codes');
  const messages = childrenOf(childOf(parent, 'errorStack'), 'errors').map((one) => textOf(one, 'errorDesc') ?? '');
  return {
    name,
    number,
    told: messages
      .join('; ')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .slice(0, 200),
  };
}

function readFields(set: XmlElement | null): Fields {
  const pairs = childrenOf(set, 'attributes').map((one) => [
    textOf(one, 'attributeID') ?? '',
    textOf(one, 'value') ?? '',
  ]);
  return Object.fromEntries(pairs) as Fields;
}

export function isSuccess({ name }: Status): boolean {
  return name === 'STAT_SUCCESS';
}

/** The name is documented, its number is not (OneSpan §3.9). */
export function isNotFound({ name }: Status): boolean {
  return name === 'STAT_NOT_FOUND';
}

/**
 * Failed authentication. Documented are 1000 and the codes that it stands for, 1007 to 1033, and single others; that
 * the whole range is about authentication is inferred (OneSpan §3.9).
 */
export function isAuthenticationRefusal({ number }: Status): boolean {
  return number >= 1_000 && number <= 1_099 && number !== PERMISSION;
}

/** The vendor's error codes: negative; the command was not carried out (OneSpan §3.9). */
export function isErrorCode({ number }: Status): boolean {
  return number < 0;
}

/** The server refused to carry out the command. */
export function isRefusal(status: Status): boolean {
  return isAuthenticationRefusal(status) || isErrorCode(status) || isNotFound(status);
}

/** STAT_PERMISSION: the service user lacks a privilege. */
const PERMISSION = 1_005;

/** For statuses that are handled nowhere else. */
export function unforeseen(command: string, status: Status): GatewayError {
  const code = status.number === PERMISSION ? 'refused-credentials' : 'malformed-reply';
  const cause = new Error(describeStatus(command, status));
  return new GatewayError(code, 'final', { cause, reason: nameStatus(status) });
}

/**
 * What the refusal of a new password or PIN is about. That every refusal which is not about the person is about the new value is
 * inferred: no code for it is published (OneSpan §4.10).
 * @param onRejection called with what the server says to a new value
 * @throws GatewayError for a status that is no refusal
 */
export function judgeRefusedChange(
  command: string,
  status: Status,
  onRejection: (rejection: GatewayError) => void,
): 'wrong' | 'rejected' {
  if (isAuthenticationRefusal(status) || isNotFound(status)) return 'wrong';
  const refusal = unforeseen(command, status);
  if (!isRefusal(status)) throw refusal;
  onRejection(refusal);
  return 'rejected';
}

export function describeStatus(command: string, status: Status): string {
  return `${command}: ${nameStatus(status)} ${status.told}`.trim();
}

/** `STAT_PERMISSION (1005)`: names nobody, other than the error stack. */
export function nameStatus({ name, number }: Status): string {
  return `${name} (${number})`;
}

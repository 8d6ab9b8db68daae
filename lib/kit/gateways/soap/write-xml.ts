import { escapeMarkup } from '../../../shared/text/escape-markup';
import { STATUSES, type StatusName } from './statuses';

export type Value = string | number | boolean | Date;

/** Attributes of an answer by name; null ones are left out. */
export type Attributes = Record<string, Value | null>;

/** Characters that XML cannot contain become question marks. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?'));
}

export function element(name: string, ...content: string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

/** Result codes and error stack (OneSpan §3.1, §4.1); the failures' return code is not published. */
export function resultCodes(status: StatusName): string {
  return writeCodes(status, STATUSES[status], status === 'STAT_SUCCESS');
}

/** Result codes that no published table has. */
export function strangeResultCodes(): string {
  return writeCodes('STAT_NOT_OF_THIS_WORLD', 987_654, false);
}

function writeCodes(name: string, number: number, isSuccess: boolean): string {
  return element(
    'resultCodes',
    element('returnCodeEnum', isSuccess ? 'RET_SUCCESS' : 'RET_FAILURE'),
    element('statusCodeEnum', name),
    element('returnCode', isSuccess ? '0' : '-1'),
    element('statusCode', String(number)),
  );
}

export function errorStack(status: StatusName, messages: readonly string[]): string {
  const errors = messages.map((message) =>
    element('errors', element('errorCode', String(STATUSES[status])), element('errorDesc', escapeXml(message))),
  );
  return element('errorStack', ...errors);
}

export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === null
        ? ''
        : element(
            'attributes',
            `<value xsi:type="xsd:${typeOf(value)}">${formOf(value)}</value>`,
            element('attributeID', name),
          ),
    )
    .join('');
}

function typeOf(value: Value): string {
  if (value instanceof Date) return 'dateTime';
  return ({ string: 'string', number: 'int', boolean: 'boolean' } as Record<string, string>)[typeof value] ?? 'string';
}

/** Times are UTC, to the second (OneSpan §4.1). */
export function formOf(value: Value): string {
  return escapeXml(value instanceof Date ? value.toISOString().replace(/\.\d+/, '') : String(value));
}

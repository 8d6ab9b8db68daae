import { declarationOf } from '../event-catalogue';
import type { AuditRecord } from '../audit-record';
import { ocsfEvent } from '../ocsf';
import { utf8, concatBytes, type Bytes } from '../../shared/bytes';

/** "Log audit" (RFC 5424 §6.2.1). */
const FACILITY = 13;
/** RFC 5424 §6.2.1. */
const SEVERITIES = { high: 2, failure: 5, other: 6 } as const;

/** RFC 5424 §6.2.7. */
const LONGEST_MESSAGE_ID = 32;
/** Of the registered element `meta` (RFC 5424 §7.3.1); it then begins anew. */
const LARGEST_SEQUENCE_ID = 2_147_483_647;

/** What an event is to those who watch: `high` needs attention at once. */
function urgencyOf({ event }: AuditRecord): keyof typeof SEVERITIES {
  if (declarationOf(event.type).severity === 'high') return 'high';
  return /-(?:refused|failed|missing|not-confirmed)$/.test(event.type) ? 'failure' : 'other';
}

/**
 * A record as a message of syslog (RFC 5424), whose identifier is the event's type and whose sequence is the record's number.
 * Its body is OCSF, one line of ASCII, which needs no byte order mark (RFC 5424 §6.4).
 * @param host name of this site
 */
export function syslogMessage(record: AuditRecord, host: string): string {
  const { sequenceNumber, at, event } = record;
  const priority = FACILITY * 8 + SEVERITIES[urgencyOf(record)];
  const sequenceId = ((sequenceNumber - 1) % LARGEST_SEQUENCE_ID) + 1;
  const head = [`<${priority}>1`, at.toISOString(), host, 'tessera', '-', event.type.slice(0, LONGEST_MESSAGE_ID)];
  return `${head.join(' ')} [meta sequenceId="${sequenceId}"] ${asciiJson(ocsfEvent(record))}`;
}

/** Frames a message for a stream: its length in octets, a space, and the message (RFC 5425 §4.3). */
export function framed(message: string): Bytes {
  const bytes = utf8(message);
  return concatBytes(utf8(`${bytes.length} `), bytes);
}

/** JSON that holds nothing but ASCII, and so no line's end. */
export function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^\u0020-\u007E]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

import { actorName } from '../audit/audit-context';
import { splitEvent, type AuditRecord } from '../audit/audit-record';
import { VERSION } from '../shared/version';
import { asciiJson, urgencyOf } from './syslog-message';

/** From 0 to 10. */
const SEVERITIES = { high: 8, failure: 5, other: 2 } as const;

/**
 * A record in ArcSight's Common Event Format, version 0, for receivers that do not read OCSF. Facts are JSON in a field of their
 * own, with what is not ASCII escaped as JSON does.
 */
export function cefBody(record: AuditRecord): string {
  const { context, fact } = splitEvent(record.event);
  const { actor, subject, address, correlationId } = context;
  const header = ['CEF:0', 'Tessera', 'Tessera', VERSION, fact.type, fact.type.replaceAll('-', ' ')]
    .concat(String(SEVERITIES[urgencyOf(record)]))
    .map(escapeHeader);
  const fields: [string, string | null][] = [
    ['rt', String(record.at.getTime())],
    ['externalId', String(record.sequenceNumber)],
    ['outcome', urgencyOf(record) === 'failure' ? 'failure' : 'success'],
    ['suser', actorName(actor) ?? actor.kind],
    ['duser', subject && `${subject.userId}@${subject.domain}`],
    ['src', address],
    ['cs1Label', 'correlation'],
    ['cs1', correlationId],
    ['cs2Label', 'facts'],
    ['cs2', asciiJson(fact)],
  ];
  const extension = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}=${escapeValue(value)}`]));
  return `${header.join('|')}|${extension.join(' ')}`;
}

function escapeHeader(text: string): string {
  return plain(text).replaceAll(/[\\|]/g, String.raw`\$&`);
}

function escapeValue(text: string): string {
  return plain(text).replaceAll(/[\\=]/g, String.raw`\$&`);
}

/** ASCII on one line: what stands outside is escaped as in JSON. */
function plain(text: string): string {
  return asciiJson([text])
    .slice(2, -2)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll(String.raw`\\`, '\\');
}

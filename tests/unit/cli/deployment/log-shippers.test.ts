import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { ocsfEvent } from '@/lib/audit/ocsf';
import { createLogger } from '@/lib/server/observability/logger';
import { syslogMessage } from '@/lib/audit/siem/syslog-message';
import { captureLog } from '../../../support/doubles/fake-log';

const FOLDER = fileURLToPath(new URL('../../../../lib/cli/deployment/watching', import.meta.url));
const UNIT = 'tessera.service';
const SYSLOG_TLS_PORT = 6_514;

type Part = Record<string, unknown>;
type Vector = Record<'sources' | 'transforms' | 'sinks', Record<string, Part & { inputs?: string[]; source?: string }>>;
type FluentBit = {
  parsers: { name: string; format: string; regex?: string; time_key?: string; time_format?: string }[];
  pipeline: Record<'inputs' | 'filters' | 'outputs', Part[]>;
};

const read = (name: string): unknown => parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
const vector = read('vector.yaml') as Vector;
const fluentBit = read('fluent-bit.yaml') as FluentBit;

/** A line as the logger writes it. */
function logLine(): Record<string, unknown> {
  const logger = createLogger('info');
  const lines = captureLog(logger);
  logger.warn({ err: new Error('away') }, 'a call to the gateway failed');
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

const record: AuditRecord = {
  sequenceNumber: 4711,
  at: new Date(Date.UTC(2026, 10, 30, 12, 0, 0, 1)),
  event: {
    type: 'authenticator-renamed',
    instanceId: 'VDS1000042-1',
    name: 'Zoë’s [phone] "<1>1"',
    actor: { kind: 'user', userId: 'jane.doe', domain: 'example.org' },
    subject: { userId: 'jane.doe', domain: 'example.org' },
    correlationId: 'a-request',
    address: '192.0.2.1',
  },
  previousHash: '',
  keyId: 'k1',
  hash: '',
};
const message = syslogMessage(record, 'id.example.org');

/** `%Y-%m-%dT%H:%M:%S.%LZ`, in which `%L` are milliseconds. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function parser(name: unknown): FluentBit['parsers'][number] {
  const found = fluentBit.parsers.find((one) => one.name === name);
  if (!found) throw new Error(`there is no parser ${String(name)}`);
  return found;
}

describe('the file for Vector', () => {
  it('each transform and sink reads from a source that there is, and no source is left unread', () => {
    const { sources, transforms, sinks } = vector;
    const made = [...Object.keys(sources), ...Object.keys(transforms)];
    const used = [...Object.values(transforms), ...Object.values(sinks)].flatMap(({ inputs }) => inputs ?? []);
    expect(used.toSorted()).toEqual(made.toSorted());
  });

  it('the journal is read of the unit, and the audit log by TLS at the port of syslog over TLS', () => {
    expect(vector.sources['tessera_journal']).toMatchObject({ type: 'journald', include_units: [UNIT] });
    const syslog = { type: 'syslog', mode: 'tcp', address: `0.0.0.0:${SYSLOG_TLS_PORT}`, tls: { enabled: true } };
    expect(vector.sources['tessera_syslog']).toMatchObject(syslog);
  });

  it('the fields that it reads of a line are those that the logger writes', () => {
    const { source = '' } = vector.transforms['tessera_log'] ?? {};
    // What the journal and Vector have themselves.
    const foreign = new Set(['message', 'timestamp']);
    const fields = [...source.matchAll(/(?<![\w)])\.(\w+)/g)].map(([, name = '']) => name);
    const own = fields.filter((name) => !foreign.has(name));
    expect(new Set(own)).toEqual(new Set(['msg', 'time']));
    expect(Object.keys(logLine())).toEqual(expect.arrayContaining(own));
  });
});

describe('the file for Fluent Bit', () => {
  const { inputs, filters, outputs } = fluentBit.pipeline;

  it('each filter and output is for what is read, by a parser that there is', () => {
    const tags = inputs.map(({ tag }) => tag);
    expect(new Set(filters.map(({ match }) => match))).toEqual(new Set(tags));
    expect(outputs.map(({ match }) => match)).toEqual(['tessera.*']);
    const parsers = [...inputs, ...filters].flatMap((part) => (part['parser'] === undefined ? [] : [part['parser']]));
    expect(new Set(parsers)).toEqual(new Set(fluentBit.parsers.map(({ name }) => name)));
  });

  it('the journal is read of the unit, and the audit log by TLS in counted octets', () => {
    expect(inputs[0]).toMatchObject({ name: 'systemd', systemd_filter: `_SYSTEMD_UNIT=${UNIT}` });
    expect(inputs[1]).toMatchObject({ name: 'syslog', mode: 'tcp', port: SYSLOG_TLS_PORT, format: 'octet_counting' });
    // YAML 1.2 has no `on`, which Fluent Bit reads as a word.
    expect(inputs[1]).toMatchObject({ tls: 'on' });
  });

  it('the time of a line is where its parser looks for it, in the form that it expects', () => {
    const { time_key: key = '', time_format: form } = parser('tessera-log');
    expect([logLine()[key], form]).toEqual([expect.stringMatching(TIME), '%Y-%m-%dT%H:%M:%S.%LZ']);
  });

  it('RFC 5424 §6: a record is taken apart into its header, its number and its body', () => {
    const { regex = '', time_key: key = '' } = parser('tessera-record');
    const parts = new RegExp(regex).exec(message)?.groups ?? {};
    expect(parts).toMatchObject({
      priority: '110',
      host: 'id.example.org',
      program: 'tessera',
      type: 'authenticator-renamed',
      number: '4711',
    });
    expect(parts[key]).toMatch(TIME);
    expect(JSON.parse(parts['body'] ?? '')).toEqual(JSON.parse(JSON.stringify(ocsfEvent(record))));
  });
});

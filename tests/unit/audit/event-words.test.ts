import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { eventWords } from '@/lib/audit/event-words';
import { naming, TO_OTHERS, TO_OWNER } from '@/lib/audit/voice';
import { FACTS } from '../../support/facts-of-every-type';

const ABOUT = { actor: { kind: 'system' }, subject: null, correlationId: 'corr-00', address: '192.0.2.1' } as const;

describe.each([
  ['to the person whose account it is', TO_OWNER],
  ['to others', TO_OTHERS],
] as const)('an event in words, %s', (_reader, voice) => {
  const texts = Object.entries(FACTS).map(([type, fact]) => ({
    type,
    text: eventWords({ ...fact, ...ABOUT }, voice),
  }));

  it.each(texts)('the text of $type reads: $text', ({ text }) => {
    expect(text).toMatch(/^[A-Z].{8,}$/);
    // Codes, identifiers and addresses are for the audit log.
    expect(text).not.toMatch(/undefined|null|act-00|192\.0\.2\.1|corr-00|[a-z]-[a-z]+-[a-z]/);
  });

  it('every event has a text of its own', () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });

  it('every text about a device names it', () => {
    for (const { type, text } of texts.filter((one) => one.type.startsWith('authenticator-')))
      expect(`${type}: ${text}`).toMatch(/VDS1000042-1|Pixel 9/);
  });

  it.each(Object.values(FACTS).filter((fact) => 'instanceId' in fact))(
    'a text of $type says the name that its record holds, and no serial number',
    (fact) => {
      const named = { ...fact, deviceName: 'Ada’s phone', newDeviceName: 'Pixel 9', ...ABOUT } as AuditEvent;
      const names = naming(voice, new Map([['VDS1000042-1', 'Renamed since']]));
      expect(eventWords(named, names)).not.toMatch(/VDS|Renamed since/);
    },
  );

  it('a record without a name is told by the name that is known now, or else the serial number', () => {
    const old = { type: 'device-locked-by-helpdesk', requestId: null, instanceId: 'VDS1000042-1', ...ABOUT } as const;
    expect(eventWords(old, voice)).toBe('The helpdesk locked device VDS1000042-1');
    expect(eventWords(old, naming(voice, new Map([['VDS1000042-1', 'Pixel 9']])))).toBe('The helpdesk locked Pixel 9');
  });

  it('a text says "you" only to the owner of the account', () => {
    expect(texts.some(({ text }) => /\byou/i.test(text))).toBe(voice === TO_OWNER);
  });
});

import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { VERSION } from '@/lib/shared/version';
import { cefBody } from '@/lib/siem/cef-body';

function record(name: string): AuditRecord {
  return {
    sequenceNumber: 7,
    at: new Date(Date.UTC(2026, 10, 30, 12)),
    event: {
      type: 'authenticator-renamed',
      instanceId: 'VDS1000042-1',
      name,
      actor: { kind: 'user', userId: 'jane=doe', domain: 'example.org' },
      subject: { userId: 'jane=doe', domain: 'example.org' },
      correlationId: 'a-request',
      address: null,
    } as AuditRecord['event'],
    previousHash: '',
    keyId: 'k1',
    hash: '',
  };
}

describe('a record in the Common Event Format', () => {
  it('a message names the product, the event and how severe it is, and in its fields who did what to whom', () => {
    const body = cefBody(record('Phone'));
    const [header, extension = ''] = [body.split('|').slice(0, 7), body.split('|')[7]];
    expect(header).toEqual([
      'CEF:0',
      'Tessera',
      'Tessera',
      VERSION,
      'authenticator-renamed',
      'authenticator renamed',
      '2',
    ]);
    expect(extension).toMatch(/^rt=1796040000000 externalId=7 outcome=success /);
    expect(extension).toContain(String.raw`duser=jane\=doe@example.org`);
    expect(extension).not.toContain('src=');
  });

  it('threat: a name that holds a line’s end, a pipe or a field of its own stays in its field', () => {
    const body = cefBody(record('a|b\nCEF:0|x suser=root é'));
    expect(body).toMatch(/^[\u0020-\u007E]+$/);
    expect(body.match(/(?<!\\)=root/)).toBeNull();
    const facts = /cs2=(.*)$/.exec(body)?.[1] ?? '';
    expect(JSON.parse(facts.replaceAll(/\\([\\=])/g, '$1'))).toMatchObject({ name: 'a|b\nCEF:0|x suser=root é' });
  });
});

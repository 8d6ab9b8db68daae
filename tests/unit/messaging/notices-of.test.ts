import { describe, expect, it } from 'vitest';
import type { AuditContext, AuditEvent, AuditFact } from '@/lib/audit/audit-event';
import { noticesOf } from '@/lib/messaging/notices/notices-of';
import { FACTS } from '../../support/facts-of-every-type';

const AT = new Date('2026-05-04T10:00:00Z');
const JANE = { userId: 'jane.doe', domain: 'example.org' };

function told(fact: AuditFact, context: Partial<AuditContext> = {}) {
  const actor = { kind: 'user', userId: JANE.userId } as const;
  const known: AuditContext = { actor, subject: JANE, correlationId: 'request', address: '203.0.113.77', ...context };
  const event: AuditEvent = Object.assign({}, fact, known);
  return noticesOf([event], AT);
}

describe('what people are told at once', () => {
  it('exactly these records lead to an immediate notice', () => {
    const isTold = Object.values(FACTS).filter((fact) => told(fact).length > 0);
    expect(Object.fromEntries(isTold.map((fact) => [fact.type, told(fact)[0]?.notice.what]))).toEqual({
      'authenticator-removed': 'device-removed',
      'device-removed-by-helpdesk': 'device-removed',
      'authenticator-locked': 'device-locked',
      'device-locked-by-helpdesk': 'device-locked',
      'disowned-device-locked': 'device-locked',
      'deleted-device-locked': 'device-locked',
      'authenticator-unlocked': 'device-unlocked',
      'device-unlocked-by-helpdesk': 'device-unlocked',
      'removal-not-approved': 'device-kept',
      'replacement-undone': 'device-restored',
      'device-copy-kept': 'copy-kept',
      'device-copy-returned': 'copy-returned',
      'device-copy-tried': 'copy-tried',
      'device-copy-erased': 'copy-erased',
      'password-changed': 'password-changed',
      'password-reset': 'password-changed',
      'server-pin-changed': 'server-pin-changed',
      'hardware-assigned': 'hardware-assigned',
      'hardware-assignment-not-approved': 'hardware-not-assigned',
      'password-turned-off': 'password-turned-off',
      'password-turned-on': 'password-turned-on',
      'passkey-added': 'passkey-added',
      'passkey-removed': 'passkey-removed',
      'recovery-code-made': 'recovery-code-made',
      'one-time-passwords-guessed': 'one-time-passwords-guessed',
      'recovery-code-used': 'recovery-code-used',
      'sign-in-succeeded': 'new-browser',
    });
  });

  it('a notice says when, which device, and where from', () => {
    expect(told(FACTS['authenticator-removed'])).toEqual([
      {
        channel: 'notice',
        user: JANE,
        alsoTo: [],
        notice: {
          what: 'device-removed',
          at: AT,
          instanceId: 'VDS1000042-1',
          name: 'Pixel 9',
          browser: null,
          network: '203.0.113.0/24',
          by: 'user',
        },
      },
    ]);
  });

  it('the record of a freeze leads to no notice, which has a link, and none for each device it locks', () => {
    expect(told(FACTS['account-frozen'])).toEqual([]);
    expect(told(FACTS['authenticator-locked'], { actor: { kind: 'system' } })).toEqual([]);
  });

  it('a notice names the helpdesk without its network', () => {
    const [byStaff] = told(FACTS['device-locked-by-helpdesk'], { actor: { kind: 'user', userId: 'agent' } });
    expect(byStaff?.notice).toMatchObject({ by: 'helpdesk', network: null });
    const [byItself] = told(FACTS['disowned-device-locked'], { actor: { kind: 'system' } });
    expect(byItself?.notice).toMatchObject({ by: 'site', network: null });
  });

  it.each(['sign-in-succeeded', 'phone-sign-in-succeeded', 'passkey-sign-in-succeeded'] as const)(
    'a new browser leads to a notice, and a known one does not: %s',
    (type) => {
      expect(told({ ...FACTS[type], isNewBrowser: true })[0]?.notice).toMatchObject({
        what: 'new-browser',
        browser: 'Chrome on Linux',
      });
      expect(told({ ...FACTS[type], isNewBrowser: false })).toEqual([]);
    },
  );

  it('an event without a subject leads to no notice', () => {
    expect(told(FACTS['password-changed'], { subject: null })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { activityText } from '@/components/audit/activity-text';
import { TO_OTHERS, TO_OWNER } from '@/components/audit/voice';
import type { AuditFact } from '@/lib/audit/audit-event';

const ABOUT = { actor: { kind: 'system' }, subject: null, correlationId: 'request', address: '192.0.2.1' } as const;
const activation = { activationId: 'act-00' };
const instance = { instanceId: 'VDS1000042-1' };
const invitation = { invitationId: 'inv-00' };
const removal = { removalId: 'rem-00', ...instance };

/** One fact of every type; the compiler asks for the rest when a type is added. */
const FACTS: { [Type in AuditFact['type']]: Extract<AuditFact, { type: Type }> | AuditFact } = {
  'sign-in-succeeded': { type: 'sign-in-succeeded' },
  'sign-in-failed': { type: 'sign-in-failed', claimedUserId: 'claimed', reason: 'invalid-credentials' },
  'step-up-succeeded': { type: 'step-up-succeeded' },
  'step-up-failed': { type: 'step-up-failed', reason: 'wrong-password' },
  'signed-out': { type: 'signed-out' },
  'signed-out-everywhere': { type: 'signed-out-everywhere', sessions: 2 },
  'password-changed': { type: 'password-changed' },
  'account-created': { type: 'account-created' },
  'activation-refused': { type: 'activation-refused', reason: 'too-many-starts' },
  'activation-requested': { type: 'activation-requested', ...activation },
  'activation-issued': { type: 'activation-issued', ...activation },
  'activation-scanned': { type: 'activation-scanned', ...activation },
  'activation-verified': { type: 'activation-verified', ...activation },
  'device-code-accepted': { type: 'device-code-accepted', ...activation },
  'activation-code-refused': { type: 'activation-code-refused', ...activation, code: 'signature' },
  'activation-linked': { type: 'activation-linked', ...activation },
  'activation-active': { type: 'activation-active', ...activation },
  'activation-expired': { type: 'activation-expired', ...activation },
  'activation-cancelled': { type: 'activation-cancelled', ...activation },
  'activation-superseded': { type: 'activation-superseded', ...activation },
  'activation-failed': { type: 'activation-failed', reason: 'lost-by-gateway', ...activation },
  'image-viewed': { type: 'image-viewed', format: 'svg', ...activation },
  'authenticator-renamed': { type: 'authenticator-renamed', name: 'My phone', ...instance },
  'authenticator-locked': { type: 'authenticator-locked', ...instance },
  'authenticator-unlocked': { type: 'authenticator-unlocked', ...instance },
  'authenticator-removed': { type: 'authenticator-removed', ...instance },
  'phone-sign-in-requested': { type: 'phone-sign-in-requested' },
  'phone-sign-in-sent': { type: 'phone-sign-in-sent', claimedUserId: 'claimed' },
  'message-replayed': { type: 'message-replayed', messageId: 'msg-00' },
  'phone-sign-in-succeeded': { type: 'phone-sign-in-succeeded', ...instance },
  'phone-sign-in-refused': { type: 'phone-sign-in-refused', reason: 'wrong-number', ...instance },
  'attempts-refused': {
    type: 'attempts-refused',
    limit: 'person:password',
    attempts: 990,
    since: '2026-11-24T12:00:00.000Z',
    until: '2026-11-24T12:15:00.000Z',
  },
  'forged-image-reported': {
    type: 'forged-image-reported',
    forgery: 'unknown-key',
    keyId: '0123abcd',
    claimedUserId: 'claimed',
  },
  'invitation-requested': {
    type: 'invitation-requested',
    ...invitation,
    reason: 'lost',
    reasonText: null,
    ticket: 'T-1',
    delivery: 'mail',
    lifetimeSeconds: 3_600,
    evidence: [],
    weight: 3,
    required: 3,
    oldDevice: null,
    needsApproval: false,
  },
  'invitation-refused': { type: 'invitation-refused', reason: 'caller-check-insufficient', ticket: 'T-1' },
  'invitation-approved': { type: 'invitation-approved', ...invitation },
  'invitation-declined': { type: 'invitation-declined', note: null, ...invitation },
  'invitation-sent': { type: 'invitation-sent', ...invitation },
  'invitation-expired': { type: 'invitation-expired', ...invitation },
  'invitation-opened': { type: 'invitation-opened', proof: 'code', ...invitation },
  'invitation-opening-refused': { type: 'invitation-opening-refused', reason: 'wrong-code', ...invitation },
  'invited-session-opened': { type: 'invited-session-opened', ...invitation },
  'invitation-used': { type: 'invitation-used', ...invitation, ...activation, ...instance },
  'invitation-revoked': { type: 'invitation-revoked', why: 'by-staff', ...invitation },
  'caller-device-tested': { type: 'caller-device-tested', outcome: 'valid', ...instance },
  'caller-asked': { type: 'caller-asked', requestId: 'clr-00' },
  'caller-confirmed': { type: 'caller-confirmed', requestId: 'clr-00', ...instance },
  'caller-not-confirmed': { type: 'caller-not-confirmed', requestId: 'clr-00', reason: 'wrong-number', ...instance },
  'break-glass-used': { type: 'break-glass-used', requestId: 'inv-00', justification: 'Nobody else was there' },
  'removal-requested': { type: 'removal-requested', reason: 'lost', ticket: 'T-1', ...removal },
  'removal-approved': { type: 'removal-approved', ...removal },
  'removal-declined': { type: 'removal-declined', note: 'Not a lost one', ...removal },
  'removal-expired': { type: 'removal-expired', ...removal },
  'device-locked-by-helpdesk': { type: 'device-locked-by-helpdesk', requestId: null, ...instance },
  'device-removed-by-helpdesk': { type: 'device-removed-by-helpdesk', requestId: 'rem-00', ...instance },
  'device-disowned': { type: 'device-disowned', cause: 'not-me', ...activation, ...instance },
  'disowned-device-locked': { type: 'disowned-device-locked', ...activation, ...instance },
  'replacement-started': { type: 'replacement-started', ...instance },
  'replacement-cancelled': { type: 'replacement-cancelled', ...instance },
  'device-retired': { type: 'device-retired', newInstanceId: 'VDS1000042-2', ...instance },
  'replacement-undone': { type: 'replacement-undone', newInstanceId: 'VDS1000042-2', ...instance },
  'replacement-finished': { type: 'replacement-finished', newInstanceId: 'VDS1000042-2', ...instance },
  'replacement-stopped': { type: 'replacement-stopped', newInstanceId: 'VDS1000042-2', ...instance },
  'login-tested': { type: 'login-tested', outcome: 'valid', ...instance },
  'activations-exported': { type: 'activations-exported', format: 'csv', from: '2026-05-01', to: '2026-05-04' },
  'audit-log-exported': {
    type: 'audit-log-exported',
    format: 'jsonl',
    from: '2026-05-01',
    to: '2026-05-04',
    ofType: null,
    subjectUserId: null,
    actorUserId: null,
  },
  'permission-refused': {
    type: 'permission-refused',
    permission: 'audit:read',
    times: 3,
    since: '2026-05-04T10:00:00Z',
  },
  'audit-log-keyed': { type: 'audit-log-keyed', records: 3, lastHash: 'f'.repeat(64) },
  'audit-log-verified': { type: 'audit-log-verified', verdict: { intact: true, records: 7, lastHash: 'f'.repeat(64) } },
};

describe.each([
  ['to the person whose account it is', TO_OWNER],
  ['to others', TO_OTHERS],
] as const)('an event in words, %s', (_reader, voice) => {
  const texts = Object.entries(FACTS).map(([type, fact]) => ({
    type,
    text: activityText({ ...fact, ...ABOUT }, voice),
  }));

  it.each(texts)('$type: $text', ({ text }) => {
    expect(text).toMatch(/^[A-Z].{8,}$/);
    // Codes, identifiers and addresses are for the audit log.
    expect(text).not.toMatch(/undefined|null|act-00|192\.0\.2\.1|request|[a-z]-[a-z]+-[a-z]/);
  });

  it('are different words for different events', () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });

  it('name the device that they are about', () => {
    for (const { type, text } of texts.filter((one) => one.type.startsWith('authenticator-')))
      expect(`${type}: ${text}`).toContain('VDS1000042-1');
  });

  it('speak to the person whose account it is, and to nobody else', () => {
    expect(texts.some(({ text }) => /\byou/i.test(text))).toBe(voice === TO_OWNER);
  });
});

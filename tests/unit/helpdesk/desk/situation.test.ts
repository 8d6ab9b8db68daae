import { describe, expect, it } from 'vitest';
import { judgeSituation, suggestStep, type Judged, type Situation } from '@/lib/helpdesk/desk/situation/situation';
import type { HelpdeskDevice } from '@/lib/helpdesk/desk/read-user';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';
import type { CaseReference } from '@/lib/helpdesk/safety/cases/safety-case';
import { DAY, HOUR } from '@/lib/shared/time/duration';

const NOW = new Date('2026-11-30T10:00:00Z');
const before = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

function device(name: string, changes: Partial<HelpdeskDevice> = {}): HelpdeskDevice {
  const times = { activatedAt: before(3 * DAY), lastUsedAt: before(HOUR) };
  const instanceId = `VDS1000042-${name}`;
  return {
    instanceId,
    serialNumber: 'VDS1000042',
    name,
    state: 'active',
    causes: [],
    staffHold: null,
    ...times,
    ...changes,
  };
}

function record(at: Date, event: Record<string, unknown>): AuditRecord {
  return { at, event: event as AuditEvent, sequenceNumber: 1, previousHash: '', keyId: null, hash: '' };
}

function person(changes: Partial<Judged> & { instances?: HelpdeskDevice[] } = {}): Judged {
  const { instances = [device('Pixel 9')], ...others } = changes;
  return {
    user: { bar: null } as Judged['user'],
    devices: { instances, others: [], requests: [], expired: [], lockedOutUntil: null, limits: 'not-offered' },
    invitations: [],
    pending: null,
    timeline: [],
    isFrozen: false,
    openCase: null,
    ...others,
  };
}

const wrongCode = (name: string, at: Date) =>
  record(at, { type: 'login-tested', instanceId: `VDS1000042-${name}`, outcome: 'wrong-password' });
const wrongNumber = (name: string, at: Date) =>
  record(at, { type: 'phone-sign-in-refused', instanceId: `VDS1000042-${name}`, reason: 'wrong-number' });
const wrongPassword = (at: Date) => record(at, { type: 'sign-in-failed', reason: 'invalid-credentials' });
const invitation = (state: string) => ({ id: 'inv-1', state }) as unknown as Judged['invitations'][number];
const pending = (state: string) => ({ state }) as unknown as NonNullable<Judged['pending']>;
const locked = { state: 'locked' } as const;
const LOST: Judged['openCase'] & object = {
  about: 'lost-phone',
  reference: 'case-KX4P-7MQ2' as CaseReference,
  openedAt: before(HOUR).toISOString(),
  locked: ['Pixel 9'],
};

const SITUATIONS: [string, Judged, Partial<Situation>][] = [
  [
    'a frozen account before all else',
    person({ isFrozen: true, invitations: [invitation('live')] }),
    { code: 'frozen' },
  ],
  ['a disabled account', person({ user: { bar: 'disabled' } as Judged['user'] }), { code: 'disabled' }],
  [
    'an open invitation, with its state',
    person({ invitations: [invitation('expired'), invitation('opened')] }),
    { code: 'invitation', state: 'opened' },
  ],
  [
    'a lost phone that they have reported',
    person({ openCase: LOST }),
    { code: 'lost-phone', reference: LOST.reference },
  ],
  ['devices that the gateway did not list', person({ devices: null }), { code: 'devices-unknown' }],
  [
    'a device that was reported',
    person({ instances: [device('A'), device('B', { ...locked, causes: ['reported'] })] }),
    { code: 'reported', device: 'B' },
  ],
  ['a phone in the middle of an activation', person({ pending: pending('verified') }), { code: 'activating' }],
  ['no device', person({ instances: [] }), { code: 'no-device', hasFailed: false }],
  [
    'no device, and an activation that failed today',
    person({ instances: [], timeline: [record(before(HOUR), { type: 'activation-failed' })] }),
    { code: 'no-device', hasFailed: true },
  ],
  [
    'every device locked',
    person({ instances: [device('A', locked), device('B', locked)] }),
    { code: 'all-locked', count: 2 },
  ],
  [
    'wrong codes and numbers of one device',
    person({ timeline: [wrongCode('Pixel 9', before(HOUR)), wrongNumber('Pixel 9', before(2 * HOUR))] }),
    { code: 'wrong-codes', device: 'Pixel 9', count: 2 },
  ],
  [
    'wrong passwords',
    person({ timeline: [wrongPassword(before(HOUR)), wrongPassword(before(HOUR)), wrongPassword(before(HOUR))] }),
    { code: 'wrong-passwords', count: 3 },
  ],
  [
    'one of two devices locked',
    person({ instances: [device('A'), device('B', locked)] }),
    { code: 'some-locked', device: 'B' },
  ],
  [
    'an only device that was never used',
    person({ instances: [device('A', { lastUsedAt: null })] }),
    { code: 'never-used', device: 'A' },
  ],
  [
    'an only device that was long not used',
    person({ instances: [device('A', { lastUsedAt: before(61 * DAY) })] }),
    { code: 'long-unused', device: 'A' },
  ],
  ['a person without trouble', person({ instances: [device('A'), device('B')] }), { code: 'fine', count: 2 }],
];

function stepOf(judged: Judged, canCheckPhone = true) {
  return suggestStep(judgeSituation(judged, NOW), judged, canCheckPhone);
}

describe('what an agent is told first', () => {
  it.each(SITUATIONS)('the sentence is about %s', (_what, judged, situation) => {
    expect(judgeSituation(judged, NOW)).toMatchObject(situation);
  });

  it('one slip, or what went wrong yesterday, is no trouble', () => {
    const timeline = [
      wrongCode('Pixel 9', before(HOUR)),
      wrongCode('Pixel 9', before(25 * HOUR)),
      wrongPassword(before(HOUR)),
    ];
    expect(judgeSituation(person({ timeline }), NOW)).toEqual({ code: 'fine', count: 1 });
  });

  it('the wrong codes of a device are those that it answered itself', () => {
    const unanswered = { type: 'phone-sign-in-refused', instanceId: null, reason: 'wrong-number' };
    const timeline = [record(before(HOUR), unanswered), record(before(HOUR), unanswered)];
    expect(judgeSituation(person({ timeline }), NOW)).toEqual({ code: 'fine', count: 1 });
  });

  it('the check goes to another device than the one in trouble, where there is one', () => {
    const timeline = [wrongCode('Pixel 9', before(HOUR)), wrongCode('Pixel 9', before(HOUR))];
    const both = person({ instances: [device('Pixel 9'), device('Tablet')], timeline });
    expect(stepOf(both)).toEqual({ code: 'check-phone', device: 'Tablet' });
    expect(stepOf(person({ timeline }))).toEqual({ code: 'check-phone', device: 'Pixel 9' });
  });

  it('threat: a device that a thief has just activated gets no check: it is on probation', () => {
    const fresh = device('New phone', { trustedFrom: new Date(NOW.getTime() + HOUR) });
    expect(stepOf(person({ instances: [fresh] }))).toEqual({ code: 'send-activation' });
    expect(stepOf(person({ instances: [fresh, device('Old phone')] }))).toEqual({
      code: 'check-phone',
      device: 'Old phone',
    });
  });

  it('a new activation is suggested where no phone can be asked', () => {
    expect(stepOf(person({ instances: [] }))).toEqual({ code: 'send-activation' });
    expect(stepOf(person({ instances: [device('A', locked)] }))).toEqual({ code: 'send-activation' });
    expect(stepOf(person(), false)).toEqual({ code: 'send-activation' });
  });

  it('what is open, frozen or under way is not overtaken', () => {
    expect(stepOf(person({ invitations: [invitation('live')] }))).toEqual({
      code: 'follow-invitation',
      invitationId: 'inv-1',
    });
    expect(stepOf(person({ isFrozen: true }))).toEqual({ code: 'unfreeze' });
    expect(stepOf(person({ pending: pending('scanned') }))).toEqual({ code: 'wait' });
  });
});

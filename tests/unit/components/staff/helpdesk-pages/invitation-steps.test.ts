import { describe, expect, it } from 'vitest';
import { invitationSteps } from '@/components/staff/helpdesk/invitations/progress-steps';
import { isShownBy } from '@/components/staff/helpdesk/queues/queue-filter';
import { shortDestination } from '@/components/staff/helpdesk/queues/dead-letter-table';
import { STEPS } from '@/lib/activation/activation';
import type { InvitationState } from '@/lib/helpdesk/invitations/invitation';

const AT = '2026-05-04T10:00:00.000Z';

describe('the steps of an invitation', () => {
  it('the steps of an invitation are done up to the last one reached, including unseen ones', () => {
    const steps = invitationSteps({ steps: { sent: AT, opened: AT }, observes: STEPS, isOver: false, state: 'opened' });
    expect(steps.map(({ name, progress }) => `${name} ${progress}`)).toEqual([
      'sent done',
      'delivered done',
      'opened done',
      'shown current',
      'scanned upcoming',
      'linked upcoming',
      'active upcoming',
    ]);
    expect(steps[1]?.at).toBeNull();
  });

  it('steps of the phone that the gateway does not show are left out', () => {
    const cloud = invitationSteps({ steps: {}, observes: ['active'], isOver: false, state: 'live' });
    expect(cloud.map(({ name }) => name)).toEqual(['sent', 'delivered', 'opened', 'shown', 'active']);
  });

  it('an invitation that is over waits for no step', () => {
    const revoked = invitationSteps({ steps: { sent: AT }, observes: STEPS, isOver: true, state: 'revoked' });
    expect(revoked.some(({ progress }) => progress === 'current')).toBe(false);
  });
});

function shows(
  state: 'all' | 'live' | 'ended' | 'failed',
  of: InvitationState,
  problem: 'not-delivered' | null = null,
): boolean {
  return isShownBy({ who: 'mine', state }, { state: of, problem, requestedBy: 'agent' }, 'agent');
}

describe('the queue', () => {
  it('the filter "failed" shows what ended without a device or is stuck', () => {
    expect(shows('failed', 'used')).toBe(false);
    expect(shows('failed', 'live')).toBe(false);
    expect(shows('failed', 'live', 'not-delivered')).toBe(true);
    expect(shows('failed', 'expired')).toBe(true);
  });

  it('the filters separate what is under way from what has ended', () => {
    expect([shows('live', 'opened'), shows('live', 'used')]).toEqual([true, false]);
    expect([shows('ended', 'opened'), shows('ended', 'revoked')]).toEqual([false, true]);
  });

  it('the filter "mine" hides the requests of others', () => {
    expect(isShownBy({ who: 'mine', state: 'all' }, { state: 'live', problem: null, requestedBy: 'x' }, 'y')).toBe(
      false,
    );
  });
});

describe('where a message was to go', () => {
  it('a message’s destination is recognisable in its short form', () => {
    expect(shortDestination('mail', 'jane.doe@example.org')).toBe('j…@example.org');
    expect(shortDestination('webhook', 'https://hooks.example.org/tessera?key=s3cret')).toBe('hooks.example.org');
  });
});

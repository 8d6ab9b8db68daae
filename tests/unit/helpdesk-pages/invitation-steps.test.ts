import { describe, expect, it } from 'vitest';
import { invitationSteps } from '@/components/helpdesk/invitations/progress-steps';
import { isShownBy } from '@/components/helpdesk/queues/queue-filter';
import { shortDestination } from '@/components/helpdesk/queues/dead-letter-table';
import { STEPS } from '@/lib/activation/activation';
import type { InvitationState } from '@/lib/helpdesk/invitations/invitation';

const AT = '2026-05-04T10:00:00.000Z';

describe('the steps of an invitation', () => {
  it('are done up to the last one that was reached, whatever was not seen before it', () => {
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

  it('leave out those of the phone that the gateway does not show', () => {
    const cloud = invitationSteps({ steps: {}, observes: ['active'], isOver: false, state: 'live' });
    expect(cloud.map(({ name }) => name)).toEqual(['sent', 'delivered', 'opened', 'shown', 'active']);
  });

  it('wait for nothing once it is over', () => {
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
  it('counts as failed what ended without a device, and what does not get on', () => {
    expect(shows('failed', 'used')).toBe(false);
    expect(shows('failed', 'live')).toBe(false);
    expect(shows('failed', 'live', 'not-delivered')).toBe(true);
    expect(shows('failed', 'expired')).toBe(true);
  });

  it('tells what is under way from what has ended', () => {
    expect([shows('live', 'opened'), shows('live', 'used')]).toEqual([true, false]);
    expect([shows('ended', 'opened'), shows('ended', 'revoked')]).toEqual([false, true]);
  });

  it('hides what others asked for from those who want their own', () => {
    expect(isShownBy({ who: 'mine', state: 'all' }, { state: 'live', problem: null, requestedBy: 'x' }, 'y')).toBe(
      false,
    );
  });
});

describe('where a message was to go', () => {
  it('is recognised without being told', () => {
    expect(shortDestination('mail', 'jane.doe@example.org')).toBe('j…@example.org');
    expect(shortDestination('webhook', 'https://hooks.example.org/tessera?key=s3cret')).toBe('hooks.example.org');
  });
});

import { expect, it } from 'vitest';
import { staffActivity } from '@/components/staff/helpdesk/people/staff-activity';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { activityRecords } from '../../../../support/activity-records';

const PIXEL = { instanceId: 'VDS1000042-1', name: 'Pixel 9' };
const ACTIVATION = { activationId: 'act-00' };

it('the story for staff is one line per activation, with device names and without the owner’s actions', () => {
  const story = staffActivity(
    activityRecords(
      { type: 'activation-requested', ...ACTIVATION },
      { type: 'activation-issued', ...ACTIVATION },
      { type: 'image-viewed', format: 'svg', ...ACTIVATION },
      { type: 'activation-active', ...ACTIVATION },
      { type: 'authenticator-locked', instanceId: PIXEL.instanceId },
    ),
    [PIXEL],
    new Map(),
  );
  expect(story.map(({ text }) => text)).toEqual(['Locked Pixel 9', 'Device activated']);
  expect(story[1]).toMatchObject({ detail: 'from 192.0.2.1' });
  expect(story[1]?.steps).toHaveLength(4);
  for (const line of story) expect(line).not.toHaveProperty('notMe');
});

it('staff read who acted, and what a device that is gone was called', () => {
  const removed = { instanceId: 'VDS1000042-2', deviceName: 'Old phone' };
  const [line, earlier] = staffActivity(
    activityRecords(
      { type: 'device-locked-by-helpdesk', requestId: null, ...removed },
      { type: 'removal-requested', removalId: 'rem-00', instanceId: removed.instanceId, reason: 'lost', ticket: 'T-1' },
    ).map(byLise),
    [],
    new Map([['lise.meitner', 'Lise Meitner']]),
  );
  expect(line?.text).toBe('The helpdesk requested the removal of Old phone');
  expect(line?.detail).toContain('by Lise Meitner');
  expect(earlier?.text).toBe('The helpdesk locked Old phone');
});

function byLise(record: AuditRecord): AuditRecord {
  return { ...record, event: { ...record.event, actor: { kind: 'user', userId: 'lise.meitner' } } };
}

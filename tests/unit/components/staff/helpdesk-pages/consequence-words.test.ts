import { describe, expect, it } from 'vitest';
import { readFilledIn } from '@/components/staff/helpdesk/reissue/caller-checks';
import { consequences, type Circumstances } from '@/components/staff/helpdesk/reissue/consequence-words';

const OLD = { instanceId: 'VDS1000042-1', name: 'Pixel 9', state: 'active' as const };
const NEW = { instanceId: 'VDS1000042-2', name: 'Tablet', state: 'active' as const };

const AROUND: Circumstances = {
  mailAddress: 'jane.doe@example.org',
  devices: [OLD, NEW],
  limits: { used: 2, limit: 3 },
  canLock: true,
  canUndo: true,
  isProtected: false,
  current: null,
};

function said(fields: Record<string, string>, around: Partial<Circumstances> = {}, isEnough = true) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ delivery: 'mail', oldDevice: 'keep', ...fields })) form.set(name, value);
  return consequences({ ...AROUND, ...around }, readFilledIn(form), isEnough);
}

/** Of somebody who has reached the limit. */
function fullSaid(fields: Record<string, string>, around: Partial<Circumstances> = {}) {
  const lost = { reason: 'lost', oldInstanceId: OLD.instanceId };
  return said({ ...lost, ...fields }, { limits: { used: 2, limit: 2 }, ...around }).sentences;
}

describe('what re-issuing an activation says that it does', () => {
  it('the consequences name the shortened address, and what becomes of the device', () => {
    const lock = said({ reason: 'lost', oldInstanceId: OLD.instanceId, oldDevice: 'lock' });
    expect(lock.sentences).toEqual([
      'Sends an email to j…@example.org.',
      'Pixel 9 is locked now. You can undo that for 15 minutes; after that it stays locked.',
    ]);
    expect(lock.toConfirm).toBeNull();
    expect(said({ reason: 'new-phone', oldInstanceId: OLD.instanceId }).sentences[1]).toBe(
      'Pixel 9 keeps working until the new device does, then it is locked.',
    );
  });

  it('the consequences say that a device has to be chosen, or that none is changed', () => {
    expect(said({ reason: 'lost' }).sentences[1]).toBe('Choose the device this is about.');
    expect(said({ reason: 'lost', oldInstanceId: 'none' }).sentences[1]).toBe('No device is changed.');
    expect(said({ reason: 'lost' }, { devices: [] }).sentences[1]).toBe('No device is changed.');
  });

  it('a stolen device is locked whatever was chosen, with a warning if it is the only working one', () => {
    const stolen = said(
      { reason: 'stolen', oldInstanceId: OLD.instanceId },
      { devices: [OLD, { ...NEW, state: 'locked' }] },
    );
    expect(stolen.sentences[1]).toContain('Pixel 9 is locked now.');
    expect(stolen.sentences[2]).toBe('It is the user’s only working device.');
    expect(said({ reason: 'stolen', oldInstanceId: OLD.instanceId }).sentences).toHaveLength(2);
  });

  it('irreversible consequences have to be confirmed by name', () => {
    const lost = { reason: 'lost', oldInstanceId: OLD.instanceId };
    const remove = said({ ...lost, oldDevice: 'remove' });
    expect(remove.sentences[0]).toBe('Asks an approver first. Once approved, sends an email to j…@example.org.');
    expect(remove.toConfirm).toBe('Yes, Pixel 9 may be removed for good.');
    expect(said({ ...lost, oldDevice: 'lock' }, { canUndo: false }).toConfirm).toBe(
      'Yes, Pixel 9 may be locked for good.',
    );
    const lockless = said({ ...lost, oldDevice: 'lock' }, { canLock: false });
    expect(lockless.sentences[1]).toBe('Pixel 9 is removed now. This can’t be undone.');
    expect(lockless.toConfirm).toBe('Yes, Pixel 9 may be removed for good.');
  });

  describe('of a person who has reached the limit', () => {
    const NO_ROOM = 'The new device can’t be activated: no room is left. Remove a device first, here or on their page.';
    const ROOM = 'That makes room for the new device.';

    it.each([
      ['keep', true, 'new-phone', NO_ROOM],
      ['lock', true, 'lost', NO_ROOM],
      ['keep', true, 'stolen', NO_ROOM],
      ['none', true, 'lost', NO_ROOM],
      ['remove', true, 'lost', ROOM],
      ['lock', false, 'lost', ROOM],
      ['keep', false, 'stolen', ROOM],
      ['keep', false, 'new-phone', NO_ROOM],
    ])(
      'the fate %s, where locks are offered: %s, for the reason %s, says: %s',
      (oldDevice, canLock, reason, sentence) => {
        expect(fullSaid({ oldDevice, reason }, { canLock }).at(-1)).toBe(sentence);
      },
    );

    it('no room is left where no device is chosen, or where one removal is too few', () => {
      expect(fullSaid({ oldInstanceId: 'none', oldDevice: 'remove' }).at(-1)).toBe(NO_ROOM);
      expect(fullSaid({ oldDevice: 'remove' }, { limits: { used: 3, limit: 2 } }).at(-1)).toBe(NO_ROOM);
    });

    it.each([null, { used: 2, limit: 0 }, { used: 1, limit: 2, ofKind: true } as const])(
      'nothing is said of room where the limit is %j',
      (limits) => {
        const sentences = fullSaid({ oldDevice: 'remove' }, { limits });
        for (const sentence of [NO_ROOM, ROOM]) expect(sentences).not.toContain(sentence);
      },
    );
  });

  it('the consequences say that a locked device stays locked', () => {
    const devices = [{ ...OLD, state: 'locked' as const }];
    expect(said({ reason: 'lost', oldInstanceId: OLD.instanceId }, { devices }).sentences[1]).toBe(
      'Pixel 9 stays locked.',
    );
  });
});

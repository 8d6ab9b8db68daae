import { expect, it } from 'vitest';
import { announcement, type Announced } from '@/components/site/activation/following/announcement';

const ISSUED: Announced = {
  view: 'issued',
  activationType: 'online',
  phase: 'following',
  remainingSeconds: 120,
  hasHints: false,
};

it('every new state is announced once, and nothing while it lasts', () => {
  expect(announcement(ISSUED, { ...ISSUED, view: 'scanned' })).toContain('has read the image');
  expect(announcement(ISSUED, { ...ISSUED, remainingSeconds: 119 })).toBeNull();
});

it('the announcement distinguishes the two images of an offline activation', () => {
  const first: Announced = { ...ISSUED, activationType: 'offline' };
  expect(announcement({ ...first, view: 'requested' }, first)).toContain('first image');
  expect(announcement(first, { ...first, view: 'verified' })).toContain('second image');
});

it('the remaining time is announced at 60, 30 and 10 seconds, once each, also when seconds were skipped', () => {
  const heard: string[] = [];
  for (let second = 120; second > 0; second--) {
    const text = announcement({ ...ISSUED, remainingSeconds: second }, { ...ISSUED, remainingSeconds: second - 1 });
    if (text !== null) heard.push(text);
  }
  expect(heard).toEqual(['One minute left.', '30 seconds left.', '10 seconds left.']);
  expect(announcement({ ...ISSUED, remainingSeconds: 90 }, { ...ISSUED, remainingSeconds: 25 })).toBe(
    '30 seconds left.',
  );
});

it('a lost and a restored connection are announced', () => {
  const lost: Announced = { ...ISSUED, phase: 'reconnecting' };
  expect(announcement(ISSUED, lost)).toBe('Connection lost. Trying again.');
  expect(announcement(lost, ISSUED)).toBe('Connected again.');
});

it('hints are announced once, and not when they go', () => {
  const hinted: Announced = { ...ISSUED, hasHints: true };
  expect(announcement(ISSUED, hinted)).toContain('hints');
  expect(announcement(hinted, { ...hinted, remainingSeconds: 119 })).toBeNull();
  expect(announcement(hinted, { ...hinted, view: 'scanned', hasHints: false })).toContain('has read the image');
});

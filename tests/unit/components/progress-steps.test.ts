import { expect, it } from 'vitest';
import { progressOf, stepsAhead } from '@/components/site/activation/progress/progress-steps';
import { MOSAIC_TILES } from '@/lib/shared/codes/mosaic';
import { STEPS, type ActivationState } from '@/lib/activation/activation';

const ONLINE = { observes: STEPS, activationType: 'online', reached: {} } as const;
const AT = '2026-11-26T12:00:00.000Z';

const names = (
  view: ActivationState,
  status: Parameters<typeof progressOf>[1] = ONLINE,
  replacement: { isDone: boolean } | null = null,
) => progressOf(view, status, replacement).steps.map(({ name, progress }) => `${name}: ${progress}`);

it.each([
  [STEPS, null],
  [['active'] as const, null],
  [STEPS, { isDone: false }],
])(
  'the steps before the image and beside it are the same where the gateway observes %j, in the replacement %j',
  (observes, replacement) => {
    const ahead = stepsAhead(observes, replacement !== null);
    expect(ahead.map(({ name }) => name)).toEqual(
      progressOf('issued', { ...ONLINE, observes }, replacement).steps.map(({ name }) => name),
    );
    expect(ahead.map(({ progress }) => progress)).toEqual(['current', ...ahead.slice(1).map(() => 'upcoming')]);
  },
);

it('the progress shows three steps while the phone works', () => {
  expect(names('issued')).toEqual(['Scan: current', 'Choose a PIN: upcoming', 'Done: upcoming']);
  expect(names('verified')).toEqual(names('issued'));
  expect(names('linked')).toEqual(['Scan: done', 'Choose a PIN: current', 'Done: upcoming']);
  expect(names('active')).toEqual(['Scan: done', 'Choose a PIN: done', 'Done: done']);
});

it('every finer step lays tiles of the mosaic, the middle one last, and is put into words', () => {
  const views = ['requested', 'issued', 'scanned', 'verified', 'linked', 'active'] as const;
  const shown = views.map((view) => progressOf(view, ONLINE, null));
  expect(shown.map(({ placed }) => placed)).toEqual([0, 1, 2, 4, 8, MOSAIC_TILES]);
  expect(new Set(shown.map(({ line }) => line)).size).toBe(views.length);
});

it('steps that the gateway cannot distinguish are shown as one', () => {
  expect(names('scanned', { ...ONLINE, observes: ['active'] })).toEqual([
    'Scan and choose a PIN: current',
    'Done: upcoming',
  ]);
});

it('an offline activation has a step for each image', () => {
  const offline = { ...ONLINE, observes: ['verified', 'active'], activationType: 'offline' } as const;
  expect(names('verified', offline)).toEqual(['First image: done', 'Second image: current', 'Done: upcoming']);
});

it('an activation that has ended keeps its progress', () => {
  const reached = { issued: AT, scanned: AT, verified: AT, linked: AT };
  expect(names('expired', { ...ONLINE, reached })).toEqual(names('linked'));
  expect(progressOf('expired', { ...ONLINE, reached }, null).line).toBeNull();
});

const replacing = (view: ActivationState, isDone = false) => names(view, ONLINE, { isDone });

it('a replacement has one progress, which ends with the old device', () => {
  expect(replacing('issued')).toEqual([
    'Scan: current',
    'Choose a PIN: upcoming',
    'Try it out: upcoming',
    'Old device retired: upcoming',
  ]);
  expect(replacing('linked')[1]).toBe('Choose a PIN: current');
  expect(replacing('active').slice(1)).toEqual([
    'Choose a PIN: done',
    'Try it out: current',
    'Old device retired: upcoming',
  ]);
  expect(replacing('active', true)).toEqual([
    'Scan: done',
    'Choose a PIN: done',
    'Try it out: done',
    'Old device retired: done',
  ]);
});

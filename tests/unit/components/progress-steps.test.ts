import { expect, it } from 'vitest';
import { progressSteps } from '@/components/activation/progress-steps';
import { STEPS } from '@/lib/activation/activation';

it('marks what is done, what is going on and what is to come', () => {
  expect(progressSteps('verified', STEPS).map(({ name, progress }) => [name, progress])).toEqual([
    ['issued', 'done'],
    ['scanned', 'done'],
    ['verified', 'current'],
    ['linked', 'upcoming'],
    ['active', 'upcoming'],
  ]);
});

it('leaves out what the gateway cannot see', () => {
  expect(progressSteps('scanned', ['active']).map(({ name, progress }) => [name, progress])).toEqual([
    ['issued', 'current'],
    ['active', 'upcoming'],
  ]);
});

it('has nothing going on before the gateway has answered', () => {
  expect(new Set(progressSteps('requested', STEPS).map(({ progress }) => progress))).toEqual(new Set(['upcoming']));
});

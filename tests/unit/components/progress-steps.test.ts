import { expect, it } from 'vitest';
import { progressSteps } from '@/components/activation/progress-steps';
import { STEPS } from '@/lib/activation/activation';

it('marks what is done, what is going on and what is to come', () => {
  expect(progressSteps('verified', STEPS, 'online').map(({ name, progress }) => [name, progress])).toEqual([
    ['issued', 'done'],
    ['scanned', 'done'],
    ['verified', 'current'],
    ['linked', 'upcoming'],
    ['active', 'upcoming'],
  ]);
});

it('leaves out what the gateway cannot see', () => {
  expect(progressSteps('scanned', ['active'], 'online').map(({ name, progress }) => [name, progress])).toEqual([
    ['issued', 'current'],
    ['active', 'upcoming'],
  ]);
});

it('has nothing going on before the gateway has answered', () => {
  expect(new Set(progressSteps('requested', STEPS, 'online').map(({ progress }) => progress))).toEqual(
    new Set(['upcoming']),
  );
});

it('has a step for each image of an offline activation, in its own words', () => {
  const steps = progressSteps('verified', ['verified', 'active'], 'offline');
  expect(steps.map(({ progress }) => progress)).toEqual(['done', 'current', 'upcoming']);
  expect(steps.map(({ text }) => text)).toEqual([
    'Scan the first image and type the device code',
    'Scan the second image and type the signature',
    'Device activated',
  ]);
});

import { expect, it } from 'vitest';
import { activationView } from '@/components/site/activation/activation-panel';
import { PlayedServer } from './played-server';

const { status } = new PlayedServer();

it('the view is expired when the time is over or polling has stopped', () => {
  expect(activationView({ status, phase: 'following' }, 12, false)).toBe('issued');
  expect(activationView({ status, phase: 'following' }, 0, false)).toBe('expired');
  expect(activationView({ status, phase: 'finished' }, 12, false)).toBe('expired');
});

it('the view is cancelled before the status says so', () => {
  expect(activationView({ status, phase: 'following' }, 12, true)).toBe('cancelled');
});

it('the view follows the server’s end of the activation', () => {
  const active = { ...status, state: 'active' as const };
  expect(activationView({ status: active, phase: 'finished' }, 0, true)).toBe('active');
});

import { expect, it } from 'vitest';
import { activationView } from '@/components/activation/activation-panel';
import { PlayedServer } from './played-server';

const { status } = new PlayedServer();

it('takes the activation for expired when the time is over or there is no use in asking', () => {
  expect(activationView({ status, phase: 'following' }, 12, false)).toBe('issued');
  expect(activationView({ status, phase: 'following' }, 0, false)).toBe('expired');
  expect(activationView({ status, phase: 'finished' }, 12, false)).toBe('expired');
});

it('shows that cancelling has worked before the status says so', () => {
  expect(activationView({ status, phase: 'following' }, 12, true)).toBe('cancelled');
});

it('believes the server when it says how it ended', () => {
  const active = { ...status, state: 'active' as const };
  expect(activationView({ status: active, phase: 'finished' }, 0, true)).toBe('active');
});

import { expect, it } from 'vitest';
import { AdmissionLimit, FEW_REQUESTS } from '@/lib/server/http/load/admission-limit';

function limitAt(lag: { ms: number }) {
  const clock = { ms: 0 };
  const limit = new AdmissionLimit(lag, () => clock.ms);
  return (ms: number, underWay: number): number => {
    clock.ms += ms;
    return limit.at(underWay);
  };
}

it('the limit falls below the requests under way while the event loop is late, step by step', () => {
  const at = limitAt({ ms: 60 });
  expect(at(0, 50)).toBeGreaterThan(1_000);
  expect(at(100, 60)).toBeCloseTo(51);
  expect(at(99, 60)).toBeCloseTo(51);
  expect(at(1, 60)).toBeCloseTo(51 * 0.85);
});

it('the limit never falls below what a busy machine explains', () => {
  const at = limitAt({ ms: 500 });
  for (let count = 0; count < 50; count++) at(100, 40);
  expect(at(0, 40)).toBe(FEW_REQUESTS);
  expect(at(100, 0)).toBe(FEW_REQUESTS);
});

it('the limit rises by one in a tenth of a second, also without requests', () => {
  const lag = { ms: 500 };
  const at = limitAt(lag);
  at(100, 0);
  lag.ms = 10;
  expect(at(100, 20)).toBe(FEW_REQUESTS + 1);
  expect(at(1_000, 20)).toBe(FEW_REQUESTS + 11);
});

it('a single late moment after a quiet time costs a single step', () => {
  const lag = { ms: 0 };
  const at = limitAt(lag);
  at(100, 1);
  lag.ms = 60;
  expect(at(10_000, 100)).toBeCloseTo(85);
});

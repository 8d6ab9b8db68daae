import { oneLine } from '../../shared/text/one-line';
import { parseNetworkRange } from '../../shared/network-range';
import { accept, refuse, type Result } from '../../shared/result';
import { DAY } from '../../shared/time/duration';
import type { NewServiceAccount } from './request-account';
import { MAXIMUM_LIFETIME_MS, type ServiceLimits } from './service-account';
import { serviceScopes } from './service-scope';

/** In characters. */
export const MAXIMUM_SERVICE_NAME_LENGTH = 60;
export const MAXIMUM_REQUESTS_PER_MINUTE = 6_000;
const MOST_NETWORKS = 50;

/**
 * As typed.
 * @property networks one on each line; empty for every network
 * @property lastDay `2026-05-04`, in UTC: the account expires when it is over
 */
export type TypedLimits = { networks: string; requestsPerMinute: string; lastDay: string };

export type LimitRefusal = 'networks-invalid' | 'requests-out-of-range' | 'last-day-out-of-range';

export function parseServiceLimits(limits: TypedLimits, now: Date): Result<ServiceLimits, LimitRefusal> {
  const lines = limits.networks
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const ranges = lines.map(parseNetworkRange);
  const networks = [...new Set(ranges)].filter((range) => range !== null);
  if (ranges.includes(null) || networks.length > MOST_NETWORKS) return refuse('networks-invalid');
  const requestsPerMinute = /^\d{1,6}$/.test(limits.requestsPerMinute.trim()) ? Number(limits.requestsPerMinute) : 0;
  if (requestsPerMinute < 1 || requestsPerMinute > MAXIMUM_REQUESTS_PER_MINUTE) return refuse('requests-out-of-range');
  const day = /^\d{4}-\d{2}-\d{2}$/.test(limits.lastDay) ? Date.parse(`${limits.lastDay}T00:00:00Z`) : Number.NaN;
  const expiresAt = new Date(day + DAY);
  const isInRange = expiresAt > now && expiresAt.getTime() <= now.getTime() + MAXIMUM_LIFETIME_MS;
  return isInRange ? accept({ networks, requestsPerMinute, expiresAt }) : refuse('last-day-out-of-range');
}

/** The last day of an account that expires at a time, as `parseServiceLimits` reads it. */
export function lastDayBefore(expiresAt: Date): string {
  return new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10);
}

/** The days that may be chosen. */
export function lastDayRange(now: Date): { earliest: string; latest: string } {
  return {
    earliest: now.toISOString().slice(0, 10),
    latest: new Date(now.getTime() + MAXIMUM_LIFETIME_MS - DAY).toISOString().slice(0, 10),
  };
}

export type NewAccountRefusal = LimitRefusal | 'name-invalid' | 'scopes-missing';

/** @param typed.scopes whatever is no scope is left out */
export function parseNewServiceAccount(
  input: TypedLimits & { name: string; scopes: Iterable<string> },
  now: Date,
): Result<NewServiceAccount, NewAccountRefusal> {
  const name = oneLine(input.name, MAXIMUM_SERVICE_NAME_LENGTH);
  if (name === null) return refuse('name-invalid');
  const scopes = serviceScopes(input.scopes);
  if (scopes.length === 0) return refuse('scopes-missing');
  const limits = parseServiceLimits(input, now);
  return limits.ok ? accept({ name, scopes, ...limits.value }) : limits;
}

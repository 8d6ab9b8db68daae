import { z } from 'zod';
import { DAY } from '../../../shared/time/duration';
import type { Period } from '../../../shared/time/period';

const day = z.iso.date().refine((text) => !Number.isNaN(Date.parse(text)), 'There is no such day.');

/** A period in addresses: its first and last day, in UTC, both included. */
export const daysFields = { from: day.describe('First day, in UTC.'), to: day.describe('Last day, included.') };

export function periodOf(from: string, to: string): Period {
  return { from: new Date(`${from}T00:00:00Z`), to: new Date(Date.parse(`${to}T00:00:00Z`) + DAY) };
}

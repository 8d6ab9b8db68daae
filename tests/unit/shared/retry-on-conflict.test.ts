import { describe, expect, it } from 'vitest';
import { CONFLICT, MAXIMUM_ATTEMPTS, retryOnConflict } from '@/lib/shared/async/retry-on-conflict';

describe('optimistic concurrency', () => {
  it('answers what the first attempt answers that nobody came between', async () => {
    const outcomes = [CONFLICT, CONFLICT, 'saved', 'never asked for'] as const;
    let attempts = 0;
    expect(await retryOnConflict(async () => outcomes[attempts++] ?? 'none')).toBe('saved');
    expect(attempts).toBe(3);
  });

  it('takes an empty answer for an answer', async () => {
    expect(await retryOnConflict(async () => undefined)).toBeUndefined();
  });

  it('lets the failure of an attempt through', async () => {
    const failure = new Error('the database is away');
    await expect(retryOnConflict(() => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('gives up at its limit, so that no record that always moves holds a request for ever', async () => {
    let attempts = 0;
    const endless = retryOnConflict(async () => {
      attempts++;
      return CONFLICT;
    });
    await expect(endless).rejects.toThrow('conflicted with other writers');
    expect(attempts).toBe(MAXIMUM_ATTEMPTS);
  });
});

import { describe, expect, it } from 'vitest';
import { CONFLICT, MAXIMUM_ATTEMPTS, retryOnConflict } from '@/lib/shared/async/retry-on-conflict';

describe('optimistic concurrency', () => {
  it('the first attempt without a conflict is returned', async () => {
    const outcomes = [CONFLICT, CONFLICT, 'saved', 'never asked for'] as const;
    let attempts = 0;
    expect(await retryOnConflict(async () => outcomes[attempts++] ?? 'none')).toBe('saved');
    expect(attempts).toBe(3);
  });

  it('an empty result counts as a result', async () => {
    expect(await retryOnConflict(async () => undefined)).toBeUndefined();
  });

  it('a failed attempt is thrown', async () => {
    const failure = new Error('the database is away');
    await expect(retryOnConflict(() => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('the attempts are limited, so that no busy record blocks a request for ever', async () => {
    let attempts = 0;
    const endless = retryOnConflict(async () => {
      attempts++;
      return CONFLICT;
    });
    await expect(endless).rejects.toThrow('conflicted with other writers');
    expect(attempts).toBe(MAXIMUM_ATTEMPTS);
  });
});

import { describe, expect, it } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import { ask } from '@/lib/gateways/embedded/ask';

describe('a question to the embedded gateway', () => {
  it('a question that the store cannot answer fails as the ports promise, with the cause', async () => {
    const cause = new Error('the database is away');
    const asked = ask(() => Promise.reject(cause));
    await expect(asked).rejects.toThrow(GatewayError);
    await expect(asked).rejects.toMatchObject({ code: 'unreachable', cause });
  });

  it.each([new TypeError('no such field'), new RangeError('too large')])(
    'a bug of ours is thrown (%s), since a page waiting for a gateway would hide it for a day',
    async (bug) => {
      await expect(ask(() => Promise.reject(bug))).rejects.toBe(bug);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { GatewayFailure, type GatewayFailureCode } from '@/lib/phone/gateway-failure';
import { untilAnswered } from '@/lib/phone/until-answered';

/** A gateway that fails so, one time after the other, and then answers. Time passes in pauses and as `eachTakes` says. */
function failing(failures: GatewayFailure[], eachTakes = 0) {
  const waits: number[] = [];
  const mayHaveWorked: boolean[] = [];
  let time = 0;
  const waiting = {
    random: () => 0,
    now: () => time,
    pause: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  const connection = async (before: boolean) => {
    time += eachTakes;
    mayHaveWorked.push(before);
    const failure = failures[mayHaveWorked.length - 1];
    if (failure) throw failure;
    return 'done';
  };
  return { waits, mayHaveWorked, answered: untilAnswered(connection, undefined, waiting) };
}

const failure = (code: GatewayFailureCode, retryAfterMs: number | null = null) =>
  new GatewayFailure(code, { retryAfterMs });
const many = (one: GatewayFailure) => Array.from({ length: 100 }, () => one);

describe('a connection that a phone makes', () => {
  test.each<GatewayFailureCode>(['unreachable', 'timeout', 'failing'])(
    'a connection that is %s is repeated three times',
    async (code) => {
      const { waits, answered } = failing(many(failure(code)));
      await expect(answered).rejects.toMatchObject({ code });
      expect(waits).toEqual([1_000, 2_000, 4_000]);
    },
  );

  test('the phone waits for a busy gateway as long as it asks, half a minute in total', async () => {
    const { waits, answered } = failing(many(failure('busy', 7_000)));
    await expect(answered).rejects.toMatchObject({ code: 'busy' });
    expect(waits).toEqual([7_000, 7_000, 7_000, 7_000]);
  });

  test('the phone gives up at once on a gateway that asks for a longer pause', async () => {
    const { waits, answered } = failing(many(failure('busy', 60_000)));
    await expect(answered).rejects.toMatchObject({ code: 'busy' });
    expect(waits).toEqual([]);
  });

  test('the phone gives up after half a minute, also when the answers are slow', async () => {
    const { waits, answered } = failing(many(failure('timeout')), 15_000);
    await expect(answered).rejects.toMatchObject({ code: 'timeout' });
    expect(waits).toEqual([1_000]);
  });

  test.each<GatewayFailureCode>(['malformed-reply', 'wrong-key'])(
    'a connection is not repeated after %s',
    async (code) => {
      const { waits, answered } = failing([failure(code)]);
      await expect(answered).rejects.toMatchObject({ code });
      expect(waits).toEqual([]);
    },
  );

  test('a lost answer means that the call may have worked, and a busy gateway does not', async () => {
    const { mayHaveWorked, answered } = failing([failure('busy', 0), failure('timeout'), failure('busy', 0)]);
    expect(await answered).toBe('done');
    expect(mayHaveWorked).toEqual([false, false, true, true]);
  });
});

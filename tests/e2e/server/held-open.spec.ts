import { expect, test } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { heldOpen } from '@/lib/http/held-open';
import { type Ending, HeldOpenPlays } from '../../support/load/held-open-plays';

type Guard = { rounds: number; seconds: number };

/** Rounds of each guard so far, and how often it is meant to do one, as the metrics page has them. */
async function guardsAt(url: string): Promise<Map<string, Guard>> {
  const metrics = await (await fetch(`${url}/api/metrics`)).text();
  const figures = (name: string) =>
    [...metrics.matchAll(new RegExp(`^${name}\\{guard="([^"]+)"\\} (\\S+)$`, 'gm'))].map(
      ([, guard = '', figure]) => [guard, Number(figure)] as const,
    );
  const seconds = new Map(figures('tessera_guard_interval_seconds'));
  return new Map(
    figures('tessera_guard_rounds_total').map(([guard, rounds]) => [
      guard,
      { rounds, seconds: seconds.get(guard) ?? Number.NaN },
    ]),
  );
}

/** So quick here that one network does not come to its share: `integration/http/held-open` makes them last. */
const ELSEWHERE = ['first-connection', 'begun'];

/** One that is due less often has had a round at the start. */
const OFTEN_SECONDS = 15;

async function expectEndings(kind: string, endings: readonly Ending[]): Promise<void> {
  for (const { what, isThere } of endings) await poll(`${kind}: ${what}`, async () => isThere());
}

// One started program for all of them: most of the time is that of the limits, which pass side by side.
test('threat: one network holds everything open — each row ends as promised, and every guard goes on', async () => {
  const plays = await HeldOpenPlays.open();
  try {
    const { url } = plays.site.server;
    const played = [...Object.keys(plays.slow), ...Object.keys(plays.quick), ...ELSEWHERE];
    expect(played.toSorted()).toEqual(Object.keys(heldOpen(0)).toSorted());
    await poll('the sign-in to be served', () => plays.servesStrangers());
    const before = await guardsAt(url);
    expect(before.size).toBeGreaterThan(20);

    await plays.leavePagesUnread();
    await poll('a stranger to be served beside pages that nobody reads', () => plays.servesStrangers());
    const waiting: Promise<void>[] = [];
    // Begun one after another, so that none finds the program busy with the next; waited for side by side.
    for (const [index, [kind, play]] of Object.entries(plays.slow).entries())
      waiting.push(expectEndings(kind, await play(`127.0.1.${index + 1}`)));
    await Promise.all(waiting);
    for (const [index, [kind, play]] of Object.entries(plays.quick).entries())
      await expectEndings(kind, await play(`127.0.1.${index + 101}`));
    expect(await plays.servesStrangers()).toBe(true);

    const late = async () =>
      [...(await guardsAt(url))].filter(
        ([guard, { rounds, seconds }]) => !(rounds > (seconds <= OFTEN_SECONDS ? (before.get(guard)?.rounds ?? 0) : 0)),
      );
    await poll('every guard to have done a round', async () => (await late()).length === 0);
  } finally {
    await plays.close();
  }
});

import { expect, test } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { heldOpen } from '@/lib/server/http/held-open';
import { type HttpAnswer, HttpClient } from '../../support/load/http-client';
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

/** Of one network that asks again as soon as it is answered or refused, and strangers who come meanwhile. */
const LOOPS = 40;
const STRANGERS = 20;

/** The second is like one that costs nothing. */
const LOOPED = ['/sign-in', '/icon.svg.made-up'];

/** @returns what strangers get for the sign-in, and the network for what is made up below `/_next/` */
async function askWithoutPause(url: string): Promise<{ sought: number[]; madeUp: HttpAnswer[] }> {
  const attacker = new HttpClient(url, '127.0.4.1');
  const refused = new Set<string>();
  const over = new AbortController();
  const ask = async (path: string) => {
    while (!over.signal.aborted) if ((await attacker.askOnce(path)).status === 503) refused.add(path);
  };
  const loops = Array.from({ length: LOOPS }, (_, index) => ask(LOOPED[index % LOOPED.length] ?? ''));
  const [sought, madeUp]: [number[], HttpAnswer[]] = [[], []];
  try {
    await poll('the network to be refused both', async () => refused.size === LOOPED.length);
    for (let index = 1; index <= STRANGERS; index++) {
      const stranger = new HttpClient(url, `127.0.5.${index}`);
      sought.push((await stranger.askOnce('/sign-in')).status);
      stranger.close();
      madeUp.push(await attacker.askOnce(`/_next/static/made-up-${index}`));
    }
  } finally {
    over.abort();
    await Promise.all(loops);
    attacker.close();
  }
  return { sought, madeUp };
}

/** A line, in characters. */
const SHORT = 100;
const TEXT = { status: 404, type: 'text/plain; charset=utf-8', isShort: true };

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
    const idle: Promise<void>[] = [];
    // Begun one after another, so that none finds the program busy with the next; waited for side by side.
    for (const [index, [kind, play]] of Object.entries(plays.slow).entries())
      (kind === 'connection' ? idle : waiting).push(expectEndings(kind, await play(`127.0.1.${index + 1}`)));
    await Promise.all(waiting);
    for (const [index, [kind, play]] of Object.entries(plays.quick).entries())
      await expectEndings(kind, await play(`127.0.1.${index + 101}`));
    expect(await plays.servesStrangers()).toBe(true);

    const { sought, madeUp } = await askWithoutPause(url);
    expect(sought).toEqual(sought.map(() => 200));
    for (const { status, headers, body } of madeUp)
      expect({ status, type: headers['content-type'], isShort: body.length < SHORT }).toEqual(TEXT);
    // A minute, in which everything else was played.
    await Promise.all(idle);

    const late = async () =>
      [...(await guardsAt(url))].filter(
        ([guard, { rounds, seconds }]) => !(rounds > (seconds <= OFTEN_SECONDS ? (before.get(guard)?.rounds ?? 0) : 0)),
      );
    await poll('every guard to have done a round', async () => (await late()).length === 0);
  } finally {
    await plays.close();
  }
});

/**
 * What becomes of each kind of unfinished work that one network leaves open at the program, and when.
 *
 *     npm run build && npx tsx tests/bench/held-open.ts [built checkout]
 */
import { poll } from '@/lib/kit/poll';
import { SECOND } from '@/lib/shared/time/duration';
import { type Ending, HeldOpenPlays } from '../support/load/held-open-plays';

/** Twice the longest limit whose end is waited for. */
const PATIENCE_MS = 130 * SECOND;

const plays = await HeldOpenPlays.open(process.argv[2]);

async function tell(kind: string, endings: readonly Ending[], begunAt: number): Promise<void> {
  for (const { what, isThere, seen } of endings) {
    const came = await poll(what, async () => isThere(), PATIENCE_MS - (performance.now() - begunAt)).then(
      () => true,
      () => false,
    );
    const after = `${((performance.now() - begunAt) / SECOND).toFixed(1)} s`;
    console.log(`${kind}: ${what}: ${came ? `yes, after ${after}` : `no, ${await seen()} after ${after}`}`);
  }
}

async function play(kind: string, begin: (address: string) => Promise<Ending[]>, address: string): Promise<void> {
  const begunAt = performance.now();
  await tell(kind, await begin(address), begunAt);
}

try {
  await poll('the sign-in to be served', () => plays.servesStrangers());
  await plays.leavePagesUnread();
  const isServed = { what: 'a stranger is served', isThere: () => plays.servesStrangers(), seen: () => 'none was' };
  await tell('two connections with unread pages', [isServed], performance.now());
  const waiting: Promise<void>[] = [];
  for (const [index, [kind, begin]] of Object.entries(plays.slow).entries()) {
    const endings = await begin(`127.0.1.${index + 1}`);
    waiting.push(tell(kind, endings, performance.now()));
  }
  await Promise.all(waiting);
  for (const [index, [kind, begin]] of Object.entries(plays.quick).entries())
    await play(kind, begin, `127.0.1.${index + 101}`);
} finally {
  await plays.close();
}

/**
 * How long a start takes until it says that it is ready: the first time, with data, and after the process was killed.
 *
 *     npm run build && npx tsx tests/bench/start.ts [--rounds 5]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { SECOND } from '@/lib/shared/time/duration';
import { percentile } from '../support/percentile';
import { repository } from '../support/repository';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { programArguments } from '@/lib/kit/server/program';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

const KINDS = ['the first time', 'with data', 'after a kill'] as const;

type Start = { process: ChildProcess; readyMs: number; processorMs: number };

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

async function start(dataDirectory: string): Promise<Start> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, programArguments('start'), {
    cwd: repository,
    env: {
      ...cleanEnvironment(),
      // As it is shipped.
      TESSERA_FSYNC: '1',
      NODE_ENV: 'production',
      PORT: String(port),
      TESSERA_URL: `http://127.0.0.1:${port}`,
      TESSERA_DATA_DIR: dataDirectory,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Tessera is ready')) continue;
    const readyMs = performance.now() - startedAt;
    child.stdout.resume();
    return { process: child, readyMs, processorMs: processorTime(child.pid ?? 0) };
  }
  throw new Error('the server ended at once');
}

/** @returns milliseconds that a process has used the processor, its threads included */
function processorTime(pid: number): number {
  // The second field, the program's name, is in parentheses and may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function end({ process: child }: Start, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}

const starts = new Map<(typeof KINDS)[number], Start[]>(KINDS.map((kind) => [kind, []]));
for (let round = 0; round < Number(options.rounds); round++) {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-start-'));
  for (const kind of KINDS) {
    const started = await start(join(directory, 'data'));
    starts.get(kind)?.push(started);
    await end(started, kind === 'with data' ? 'SIGKILL' : 'SIGTERM');
  }
  rmSync(directory, { recursive: true, force: true });
}
const seconds = (values: number[], share: number) => (percentile(values, share) / SECOND).toFixed(2);

for (const [kind, measured] of starts) {
  const ready = measured.map(({ readyMs }) => readyMs);
  const processor = measured.map(({ processorMs }) => processorMs);
  console.log(
    `ready ${kind}: median ${seconds(ready, 0.5)} s, slowest ${seconds(ready, 1)} s; processor ${seconds(processor, 0.5)} s`,
  );
}

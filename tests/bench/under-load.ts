/**
 * Runs a command while every core is kept busy by something else, and says how long it took and how it ended. A test that
 * fails here waits for a time instead of a condition.
 *
 *     npx tsx tests/bench/under-load.ts [command and arguments, default: npm test]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { SECOND } from '@/lib/shared/time/duration';

const [command = 'npm', ...args] = process.argv.length > 2 ? process.argv.slice(2) : ['npm', 'test'];

const busy = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
const startedAt = performance.now();
// A group of its own: npm does not tell what it runs that it was asked to end.
const child = spawn(command, args, { stdio: 'inherit', detached: true });
// Ended in the middle, it leaves no core busy.
process.on('exit', () => busy.forEach((loop) => loop.kill('SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  });
const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
const seconds = ((performance.now() - startedAt) / SECOND).toFixed(0);
console.log(`${[command, ...args].join(' ')}: ${code ?? signal} after ${seconds} s beside ${busy.length} busy loops`);
process.exit(code ?? 1);

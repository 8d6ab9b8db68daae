import { resolve } from 'node:path';
import { runProgram, stopPrograms } from '../support/servers/run-program';

/** The folder that the command names. @throws Error when it names none */
export function projectFolder(): string {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('Which folder? Name one of the project’s own.');
  return resolve(folder);
}

/** Runs a program, and says how long it took. @throws Error when it fails */
export async function run(
  program: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<void> {
  const startedAt = performance.now();
  const code = await runProgram(program, args, { cwd, env });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${[program, ...args.slice(0, 2)].join(' ')}: ${seconds} s`);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
}

/** Passes a stop on to what runs, and ends with 1 when something failed. */
export async function runToTheEnd(work: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopPrograms(signal));
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

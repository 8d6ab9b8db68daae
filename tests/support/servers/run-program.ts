import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repository } from '../repository';

const running = new Set<ChildProcess>();

type RunOptions = {
  timeoutMs?: number;
  env?: Record<string, string>;
  /** The repository unless given. */
  cwd?: string;
  /** With that environment and nothing of ours, nor the programs of our dependencies. */
  isAlone?: boolean;
  /** Takes what the program says in place of this terminal. */
  hear?: (text: string) => void;
};

/** Runs a program of the system or of a dependency with this terminal, and answers its exit code (1 when it was stopped). */
export async function runProgram(
  program: string,
  args: string[],
  { timeoutMs, env, cwd = repository, isAlone = false, hear }: RunOptions = {},
): Promise<number> {
  const path = [join(repository, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(program, args, {
    cwd,
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...(!isAlone && process.env), ...env, ...(!isAlone && { PATH: path }) } as NodeJS.ProcessEnv,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) if (hear) stream?.setEncoding('utf8').on('data', hear);
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), timeoutMs);
  try {
    return await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        console.error(error.message);
        resolve(127);
      });
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

/** Passes a stop on to whatever is running; false when nothing is. */
export function stopPrograms(signal: NodeJS.Signals): boolean {
  for (const child of running) child.kill(signal);
  return running.size > 0;
}

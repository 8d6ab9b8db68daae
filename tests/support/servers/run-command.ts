import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import type { MovingClock } from '@/lib/kit/server/moving-clock';
import { programArguments } from '@/lib/kit/server/program';
import { repository } from '../repository';

/** @property output all that it said; @property errors what of it went to the standard error */
export type CommandRun = { code: number | null; output: string; errors: string };

export type CommandOptions = {
  env?: Record<string, string>;
  input?: string;
  /** Called with all output so far until it says what to type; without it `input` is typed at once. */
  reply?: (output: string) => string | null | Promise<string>;
  clock?: MovingClock;
};

/**
 * Runs one of the product's commands to its end, as its npm script does.
 * @param command name of the file in `lib/cli`
 */
export async function runCommand(
  command: string,
  args: string[] = [],
  { env, input = '', reply, clock }: CommandOptions = {},
): Promise<CommandRun> {
  const preloads = clock ? ['./lib/kit/server/moving-clock-preload.mjs'] : [];
  const child = spawn(process.execPath, [...programArguments(command, preloads), ...args], {
    cwd: repository,
    env: { ...cleanEnvironment(), ...clock?.env, ...env },
    stdio: 'pipe',
  });
  const closed = once(child, 'close');
  let output = '';
  let errors = '';
  const hear = async (text: string) => {
    output += text;
    const typed = (await reply?.(output)) ?? null;
    if (typed !== null && !child.stdin.writableEnded) child.stdin.end(typed);
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void hear(text));
  child.stderr.on('data', (text: string) => (errors += text));
  if (!reply) child.stdin.end(input);
  await closed;
  return { code: child.exitCode, output, errors };
}

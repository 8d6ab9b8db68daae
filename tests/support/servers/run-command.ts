import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import type { MovingClock } from '@/lib/kit/server/moving-clock';
import { isCurrent, PROGRAMS_STAMP } from '@/lib/cli/build-stamp.mjs';
import { programArguments, v8Flags } from '@/lib/kit/server/program';
import { repository } from '../repository';

/** @property output all that it said; @property errors what of it went to the standard error */
export type CommandRun = { code: number | null; output: string; errors: string };

export type CommandOptions = {
  env?: Record<string, string>;
  input?: string;
  /** Called with all output so far until it says what to type; without it `input` is typed at once. */
  reply?: (output: string) => string | null | Promise<string>;
  clock?: MovingClock;
  /** Path of the Node.js that runs it; that of this process unless given. */
  node?: string;
};

const areProgramsCurrent = isCurrent(repository, PROGRAMS_STAMP);

/**
 * What Node is started with for a command. It is run from its sources while those are not what was built, so that tests of
 * commands need no build.
 * @param command name of the file in `lib/cli`
 * @param preloads modules to load before it
 */
export function commandArguments(command: string, preloads: string[] = []): string[] {
  return areProgramsCurrent
    ? programArguments(command, preloads)
    : [...v8Flags(), ...[...preloads, 'tsx'].flatMap((path) => ['--import', path]), `lib/cli/${command}.ts`];
}

/**
 * Runs one of the product's commands to its end, as its npm script does.
 * @param command name of the file in `lib/cli`
 */
export async function runCommand(
  command: string,
  args: string[] = [],
  { env, input = '', reply, clock, node = process.execPath }: CommandOptions = {},
): Promise<CommandRun> {
  const preloads = clock ? ['./lib/kit/server/moving-clock-preload.mjs'] : [];
  const child = spawn(node, [...commandArguments(command, preloads), ...args], {
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment } from './clean-environment';
import { repository } from './repository';

export type CommandRun = { code: number | null; output: string };

type Reply = (output: string) => string | null;

/**
 * Runs one of the product's commands to its end, as its npm script does.
 * @param command name of the file in `lib/command-line`
 * @param options.reply called with all output so far until it says what to type; without it `input` is typed at once
 */
export async function runCommand(
  command: string,
  args: string[] = [],
  { env, input = '', reply }: { env?: Record<string, string>; input?: string; reply?: Reply } = {},
): Promise<CommandRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', `lib/command-line/${command}.ts`, ...args], {
    cwd: repository,
    env: { ...cleanEnvironment(), ...env },
    stdio: 'pipe',
  });
  const closed = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const typed = reply?.(output) ?? null;
      if (typed !== null && !child.stdin.writableEnded) child.stdin.end(typed);
    });
  }
  if (!reply) child.stdin.end(input);
  await closed;
  return { code: child.exitCode, output };
}

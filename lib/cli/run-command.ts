import { ConfigurationError } from '../config/configuration-error';

/** Every command has it. */
export const HELP_OPTION = { help: { type: 'boolean', short: 'h', default: false } } as const;

/** Runs a command and exits with its code; errors in its arguments or the configuration are printed without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (isWronglyCalled(error)) console.error(`${error.message}. Try --help.`);
    else console.error(error instanceof ConfigurationError ? error.message : error);
    process.exitCode = 1;
  }
}

/** As `parseArgs` throws it. */
function isWronglyCalled(error: unknown): error is Error {
  return error instanceof TypeError && ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS_');
}

/** Prints a command's usage, on request or after an error. @returns the exit code */
export function printUsage(usage: string, isAsked: boolean): 0 | 1 {
  if (isAsked) console.log(usage);
  else console.error(usage);
  return isAsked ? 0 : 1;
}

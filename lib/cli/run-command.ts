import { ConfigurationError } from '../config/configuration-error';
import { parseArgs } from 'node:util';

/** Runs a command and exits with its code; configuration errors are printed without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof ConfigurationError ? error.message : error);
    process.exitCode = 1;
  }
}

/** @returns the single folder argument; otherwise prints `usage` and returns the exit code */
export function folderArgument(usage: string): { folder: string } | { code: 0 | 1 } {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  if (!values.help && folder !== undefined && rest.length === 0) return { folder };
  console.error(usage);
  return { code: values.help ? 0 : 1 };
}

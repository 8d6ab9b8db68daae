import { ConfigurationError } from '../config/configuration-error';

/** Runs a command to its exit code; what is wrong with the configuration is said without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof ConfigurationError ? error.message : error);
    process.exitCode = 1;
  }
}

import { spawnSync } from 'node:child_process';
import { SECOND } from '../../shared/time/duration';
import { isSecret } from './environment-schema';

/** Key management services answer within a second or two. */
const PATIENCE_MS = 30 * SECOND;
const LONGEST_ANSWER = 65_536;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Unwraps the data keys by the operator's command, where one is set: `TESSERA_DATA_KEYS`, wrapped, on its standard input, the keys on
 * its standard output. It is run without a shell, its words are separated by spaces, and it sees no other secret.
 * @returns the variables with the keys, and what went wrong, in words without anything that the command has written
 */
export function withUnwrappedDataKeys(variables: Variables): { variables: Variables; problems: string[] } {
  const [program, ...args] = (variables['TESSERA_DATA_KEYS_COMMAND'] ?? '').split(' ').filter((word) => word !== '');
  if (program === undefined) return { variables, problems: [] };
  const { error, status, signal, stdout } = spawnSync(program, args, {
    input: variables['TESSERA_DATA_KEYS'] ?? '',
    env: withoutSecrets(variables),
    timeout: PATIENCE_MS,
    maxBuffer: LONGEST_ANSWER,
    encoding: 'utf8',
    // What it complains about is for the operator's eyes, and goes where the site's own log goes.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const keys = stdout?.trim() ?? '';
  const problem = error
    ? `could not be run (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`
    : signal
      ? `was ended by ${signal}`
      : status !== 0
        ? `ended with code ${status}`
        : keys === ''
          ? 'has written no keys'
          : null;
  if (problem !== null)
    return { variables, problems: [`TESSERA_DATA_KEYS_COMMAND names ${program}, which ${problem}`] };
  return { variables: { ...variables, TESSERA_DATA_KEYS: keys }, problems: [] };
}

/** As Node.js wants an environment, which may not hold `undefined`. */
function withoutSecrets(variables: Variables): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => value !== undefined && !isSecret(name)),
  ) as NodeJS.ProcessEnv;
}

import { pino, type Logger, type LoggerOptions } from 'pino';
import { isProgrammingError } from '../../shared/is-programming-error';
import { explainFault } from './explain-fault';

export type { Logger } from 'pino';

/** Names of members that may hold secrets; redacted one and two levels deep. */
const SECRET_NAMES = [
  'password',
  'activationPassword',
  'registrationIdentifier',
  'payload',
  'encryptedPayload',
  'credentials',
  'credential',
  'encryptedCredential',
  'staticPassword',
  'oneTimePassword',
  'pin',
  'authorization',
  'cookie',
  'token',
  'sessionId',
  'secret',
  'challengeKey',
  'passwordHash',
];

/** JSON lines on standard output; sentences where that is a terminal. @param level one of pino's levels, or `silent` */
export function createLogger(level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { service: 'tessera' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: (error: unknown) => describeError(error) },
  };
  return process.stdout.isTTY ? pino(options, TERMINAL) : pino(options);
}

const TERMINAL = { write: (line: string) => void process.stdout.write(proseFrom(line)) };

/** "20:14:07 warn: the gateway failed (connect ECONNREFUSED)". @param line as pino writes it */
export function proseFrom(line: string): string {
  const { time, level, msg, err } = JSON.parse(line) as LogLine;
  const { message = '', advice = '' } = err ?? {};
  const why = [message, advice].filter((part) => part !== '').join('. ');
  return `${time.slice(11, 19)} ${pino.levels.labels[level] ?? 'info'}: ${msg ?? ''}${why === '' ? '' : ` (${why})`}\n`;
}

type LogLine = { time: string; level: number; msg?: string; err?: { message?: string; advice?: string } };

/**
 * Describes an error for the log. Messages of database errors contain the query's values before the last line, and that
 * line may quote the offending value.
 */
function describeError(error: unknown, isOutside = false): object {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const code = 'code' in error ? error.code : undefined;
  const message = error.message.trim().split('\n').at(-1)?.replace(/".*"/, '"…"').slice(0, 300);
  // A bug is told by its frames, below a failure of something outside, too; `fetch` throws a TypeError for both, with a cause.
  const isBug = isProgrammingError(error) && error.cause === undefined;
  const hasNoFrames = isOfOutside(error) || (isOutside && !isBug);
  const frames = hasNoFrames
    ? undefined
    : error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    name: error.name,
    code,
    message,
    advice: explainFault(error),
    frames,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, hasNoFrames) }),
  };
}

/** Whether something outside has failed, which our classes say by a code in words: where it came up in this program tells nobody anything. */
function isOfOutside(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^[a-z]+(?:-[a-z]+)*$/.test(error.code);
}

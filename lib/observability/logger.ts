import { pino, type Logger } from 'pino';
import { explainFault } from './explain-fault';

export type { Logger } from 'pino';

/** Names under which secrets could reach a log; one and two levels deep. */
const SECRET_NAMES = [
  'password',
  'activationPassword',
  'registrationIdentifier',
  'payload',
  'sealedPayload',
  'credentials',
  'credential',
  'sealedCredential',
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

/** JSON lines on standard output. @param level one of pino's levels, or `silent` */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: 'tessera' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: describeError },
  });
}

/**
 * What a log may hold of an error. Database errors carry the values of the query in their message, before its last line;
 * that one may quote the value that was at fault.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const code = 'code' in error ? error.code : undefined;
  const message = error.message.trim().split('\n').at(-1)?.replace(/".*"/, '"…"').slice(0, 300);
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    name: error.name,
    code,
    message,
    advice: explainFault(error),
    frames,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

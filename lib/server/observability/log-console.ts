import type { Logger } from './logger';
import { requestScope } from './request-scope';

const LONGEST_MESSAGE = 300;

/**
 * Converts what libraries print to log lines. Errors of requests that never reached the application are about the client's
 * input, so they are not logged as errors.
 * @param isTerminal whether somebody reads along, to whom what is no error may be said as it is
 */
export function logConsole(logger: Pick<Logger, 'error' | 'warn' | 'info'>, isTerminal = false): void {
  const levelled =
    (level: 'error' | 'warn') =>
    (...value: readonly unknown[]): void => {
      const err = value.map(errorIn).find((error) => error !== null);
      const words = firstLine(value.filter((one) => typeof one === 'string').join(' '));
      if (requestScope()?.hasReachedApplication === false)
        logger.info({ reason: firstLine(err?.message ?? words) }, 'a request could not be read');
      else logger[level]({ ...(err && { err }) }, words || 'a library reports an error');
    };
  Object.assign(console, { error: levelled('error'), warn: levelled('warn') });
  if (!isTerminal) {
    const inform = (...value: readonly unknown[]) => logger.info(firstLine(value.map(String).join(' ')));
    Object.assign(console, { log: inform, info: inform });
  }
  // Replaces Node's own listener, which prints several lines.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => logger.warn({ err: warning }, 'Node.js warns'));
}

/** Libraries pass errors directly, or as a member of an object. */
function errorIn(value: unknown): Error | null {
  if (value instanceof Error) return value;
  const inside = typeof value === 'object' && value !== null && 'error' in value ? value.error : null;
  return inside instanceof Error ? inside : null;
}

/** Without the symbols that libraries prefix. */
function firstLine(text: string): string {
  const [line = ''] = text
    .trim()
    .replace(/^[⨯⚠✓○▲-]\s*/, '')
    .split('\n');
  return line.slice(0, LONGEST_MESSAGE);
}

import type { Logger } from './logger';
import { requestScope } from './request-scope';

const LONGEST_MESSAGE = 300;

/**
 * Turns what libraries write to the terminal about errors into lines of the log. What they say of a request that nobody
 * but them has seen is about what its client has sent, and no cause for alarm.
 */
export function logConsole(logger: Pick<Logger, 'error' | 'warn' | 'info'>): void {
  const levelled =
    (level: 'error' | 'warn') =>
    (...said: readonly unknown[]): void => {
      const err = said.map(errorIn).find((error) => error !== null);
      const words = firstLine(said.filter((one) => typeof one === 'string').join(' '));
      if (requestScope()?.hasReachedApplication === false)
        logger.info({ reason: firstLine(err?.message ?? words) }, 'a request could not be read');
      else logger[level]({ ...(err && { err }) }, words || 'a library reports an error');
    };
  Object.assign(console, { error: levelled('error'), warn: levelled('warn') });
  // Node prints these over several lines as long as somebody of its own listens.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => logger.warn({ err: warning }, 'Node.js warns'));
}

/** Libraries hand errors over as they are, or among what they know of them. */
function errorIn(said: unknown): Error | null {
  if (said instanceof Error) return said;
  const inside = typeof said === 'object' && said !== null && 'error' in said ? said.error : null;
  return inside instanceof Error ? inside : null;
}

/** Without the signs that libraries begin with. */
function firstLine(text: string): string {
  const [line = ''] = text
    .trim()
    .replace(/^[⨯⚠]\s*/, '')
    .split('\n');
  return line.slice(0, LONGEST_MESSAGE);
}

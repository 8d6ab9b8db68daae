import { symbols } from 'pino';
import type { Logger } from '@/lib/server/observability/logger';

type LogStream = { write(line: string): unknown };

/** Takes what a logger writes away from the terminal. @returns its lines, as they are written */
export function captureLog(logger: Logger): string[] {
  const lines: string[] = [];
  const { [symbols.streamSym]: stream } = logger as unknown as Record<symbol, LogStream>;
  if (!stream) throw new TypeError('the logger has no stream');
  stream.write = (line) => lines.push(line);
  return lines;
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logConsole } from '@/lib/server/observability/log-console';
import { createLogger } from '@/lib/server/observability/logger';
import { inRequestScope } from '@/lib/server/observability/request-scope';
import { captureLog } from '../../../support/doubles/fake-log';

describe('what libraries write to the terminal', () => {
  const { error, warn } = console;
  const listeners = process.listeners('warning');
  let lines: string[];

  beforeEach(() => {
    const logger = createLogger('info');
    lines = captureLog(logger);
    logConsole(logger);
  });

  afterEach(() => {
    Object.assign(console, { error, warn });
    process.removeAllListeners('warning');
    for (const listener of listeners) process.on('warning', listener);
  });

  const said = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('a library’s output is one line of the log, whatever it looks like', () => {
    console.error('⨯', new TypeError('first\nsecond'), { secret: 'hunter2' });
    console.warn('⚠ careful\nand more');
    expect(lines.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true);
    expect(said()).toMatchObject([
      { level: 50, msg: 'a library reports an error', err: { name: 'TypeError' } },
      { level: 40, msg: 'careful' },
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });

  it('threat: alarms at will — bad input that a library reports before our code runs raises none', () => {
    const scope = { hasReachedApplication: false };
    inRequestScope(scope, () => console.error('⨯', new SyntaxError('Unexpected end of JSON input')));
    expect(said()).toMatchObject([
      { level: 30, msg: 'a request could not be read', reason: 'Unexpected end of JSON input' },
    ]);
    scope.hasReachedApplication = true;
    inRequestScope(scope, () => console.error('⨯', new Error('ours')));
    expect(said()[1]).toMatchObject({ level: 50, err: { message: 'ours' } });
  });

  it('a warning of Node.js is logged too', () => {
    process.emit('warning', Object.assign(new Error('a\nb'), { name: 'MaxListenersExceededWarning' }));
    expect(said()).toMatchObject([{ level: 40, err: { name: 'MaxListenersExceededWarning' } }]);
  });
});

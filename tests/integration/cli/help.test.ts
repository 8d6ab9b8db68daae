import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';

const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const programs = Object.values(scripts).flatMap((script) => /run\.mjs ([\w-]+)$/.exec(script)?.[1] ?? []);

describe('a command that is asked for help', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-help-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(programs.flatMap((name) => [[name, '--help'] as const, [name, '-h'] as const]))(
    '%s tells how it is called by %s, ends well and makes nothing',
    async (name, flag) => {
      const data = join(folder, name);
      const { code, output, errors } = await runCommand(name, [flag], { env: { TESSERA_DATA_DIR: data, PORT: '0' } });
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toMatch(/^ {2}npm (?:start|run [\w:]+)/m);
      expect(existsSync(data)).toBe(false);
    },
  );

  it('the help of the phone command mentions phones for test suites, and serves none', async () => {
    const { code, output } = await runCommand('phone', ['--control', '0', '--help']);
    expect(code).toBe(0);
    expect(output).toContain('--control 8701');
  });

  it('a command with a misspelt option does not start', async () => {
    const { code, errors } = await runCommand('start', ['--hlep'], { env: { TESSERA_DATA_DIR: join(folder, 'none') } });
    expect(code).toBe(1);
    expect(errors).toContain('Try --help.');
    expect(errors).not.toMatch(/^ {4}at /m);
  });
});

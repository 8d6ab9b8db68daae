import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repository } from '../../support/repository';

const folder = mkdtempSync(join(tmpdir(), 'tessera-figures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const committed = JSON.parse(readFileSync(join(repository, 'tests/lab/house.json'), 'utf8')) as Record<string, number>;

it('the check refuses a figure that is worse than the committed one or has none', () => {
  const { 'product files': files = 0, rooms, ...others } = committed;
  const file = join(folder, 'better.json');
  writeFileSync(file, JSON.stringify({ ...others, 'product files': files - 1 }));
  const { status, stderr } = spawnSync('npx', ['tsx', 'tests/lab/house.ts', '--check', '--figures', file], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`product files: ${files}, committed ${files - 1}`);
  expect(stderr).toContain(`rooms: ${rooms}, committed none`);
});

it('the committed figures are part of lint', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['lint']).toMatch(/&& tsx tests\/lab\/house\.ts --check$/);
});

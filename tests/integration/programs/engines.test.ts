import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';

test('no dependency asks for another Node.js than this one, about which npm ci would warn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-engines-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(repository, file), join(folder, file));
    const options = ['--dry-run', '--engine-strict', '--offline', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync('npm', ['ci', ...options], { cwd: folder, encoding: 'utf8' });
    expect(stderr).not.toContain('engine');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const UNIT = fileURLToPath(new URL('../../../../lib/cli/deployment/systemd/tessera.service', import.meta.url));

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.runIf(hasSystemd)('the unit for systemd', () => {
  it('systemd knows every line of the unit', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', UNIT], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('the exposure that systemd finds is 2.0 at most', () => {
    const checks = execFileSync('systemd-analyze', ['security', '--offline=yes', '--no-pager', UNIT], {
      encoding: 'utf8',
    });
    const [, exposure] = /exposure level for tessera\.service: ([\d.]+)/.exec(checks) ?? [];
    expect(Number(exposure)).toBeLessThanOrEqual(2);
  });
});

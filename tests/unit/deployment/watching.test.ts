import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMetrics } from '../../support/all-metrics';

const FOLDER = fileURLToPath(new URL('../../../lib/deployment/watching', import.meta.url));
const RULES = 'tessera.rules.yml';
const RULES_TEST = fileURLToPath(new URL('tessera.rules.test.yml', import.meta.url));

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

type Panel = { title: string; description: string; targets: { expr: string; legendFormat: string }[] };

const rules = readFileSync(join(FOLDER, RULES), 'utf8');
const board = JSON.parse(readFileSync(join(FOLDER, 'grafana-board.json'), 'utf8')) as { panels: Panel[] };

/** Names of all metrics, and of the series of histograms; `up` is Prometheus' own. */
async function seriesNames(): Promise<Set<string>> {
  const names = (await allMetrics().registry.getMetricsAsJSON()).map(({ name }) => name);
  return new Set(['up', ...names.flatMap((name) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`])]);
}

function seriesIn(expression: string): string[] {
  return expression.match(/\b(?:tessera|nodejs|process)_\w+|\bup\b/g) ?? [];
}

describe('what operators watch with', () => {
  it('every rule and every panel is about metrics that there are', async () => {
    const names = await seriesNames();
    const expressions = [rules, ...board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
    const series = expressions.flatMap(seriesIn);
    expect(series.length).toBeGreaterThan(40);
    expect(series.filter((name) => !names.has(name))).toEqual([]);
  });

  it('every metric of this product is on the board', async () => {
    const shown = new Set(board.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => seriesIn(expr))));
    const own = [...(await seriesNames())].filter((name) => /^tessera_(?!.*_(?:bucket|count|sum)$)/.test(name));
    expect(own.filter((name) => ![name, `${name}_bucket`].some((one) => shown.has(one)))).toEqual([]);
  });

  it('every panel says what it shows, and names each of its lines', () => {
    const bad = board.panels.filter(
      ({ title, description, targets }) =>
        title === '' || !description.endsWith('.') || targets.some(({ legendFormat }) => legendFormat === ''),
    );
    expect(bad).toEqual([]);
  });

  it('every rule has an outage that it is played through', () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
    const played = readFileSync(RULES_TEST, 'utf8');
    expect(alerts.length).toBeGreaterThan(10);
    expect(alerts.filter((name) => !played.includes(`alertname: ${name}\n        exp_alerts:`))).toEqual([]);
  });

  it.runIf(hasPromtool)('every rule fires in its outage, and not before or after', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-rules-'));
    try {
      copyFileSync(join(FOLDER, RULES), join(folder, RULES));
      copyFileSync(RULES_TEST, join(folder, 'test.yml'));
      expect(execFileSync('promtool', ['check', 'rules', RULES], { cwd: folder, encoding: 'utf8' })).toContain(
        'SUCCESS',
      );
      const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yml'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

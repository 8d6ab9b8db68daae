import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { allMetrics } from '../../../support/all-metrics';
import { declaredGuards } from '../../../support/declared-guards';

const FOLDER = fileURLToPath(new URL('../../../../lib/cli/deployment/watching', import.meta.url));
const RULES = 'tessera.rules.yml';
const RULES_TEST = fileURLToPath(new URL('tessera.rules.test.yml', import.meta.url));

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

type Panel = { title: string; description: string; targets: { expr: string; legendFormat: string }[] };

const guards = declaredGuards();
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
    expect(play(readFileSync(RULES_TEST, 'utf8'))).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
  });

  it('every guard that is declared can be played through its stop', () => {
    expect(guards.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['activations', 'audit-heads', 'certificates', 'clean-up', 'event-loop-lag', 'send-any']),
    );
    expect(guards.length).toBeGreaterThan(25);
  });

  it.runIf(hasPromtool).each(guards)(
    'threat: the guard $name stops — a rule fires within an hour after it was due, and none while it goes on',
    ({ name, intervalMs }) => {
      expect(play(stopOf(name, intervalMs))).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
    },
  );
});

/** @param test for `promtool test rules`, which reads JSON, too */
function play(test: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-rules-'));
  try {
    copyFileSync(join(FOLDER, RULES), join(folder, RULES));
    writeFileSync(join(folder, 'test.yml'), test);
    const checked = execFileSync('promtool', ['check', 'rules', RULES], { cwd: folder, encoding: 'utf8' });
    expect(checked).toContain('SUCCESS');
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A guard that goes on for two hours, or for two of its rounds, and then no more; it is looked at once a minute. */
function stopOf(name: string, intervalMs: number): string {
  const lastAt = intervalMs * Math.max(2, Math.ceil((2 * HOUR) / intervalMs));
  const [dueMinute, longest] = [Math.floor((lastAt + intervalMs) / MINUTE), HOUR / MINUTE];
  const roundBefore = (minute: number) => Math.floor(Math.min(minute * MINUTE, lastAt) / intervalMs);
  const series = (metric: string, valueAt: (minute: number) => number) => ({
    series: `${metric}{job="tessera",instance="one",guard="${name}"}`,
    values: Array.from({ length: dueMinute + longest + 1 }, (_, minute) => valueAt(minute)).join(' '),
  });
  const alerts = 'ALERTS{alertname="TesseraGuardStopped"}';
  return JSON.stringify({
    rule_files: [RULES],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: [
          series('tessera_guard_rounds_total', (minute) => roundBefore(minute) + 1),
          series('tessera_guard_interval_seconds', () => intervalMs / SECOND),
          series('tessera_guard_due_timestamp_seconds', (minute) => ((roundBefore(minute) + 1) * intervalMs) / SECOND),
        ],
        promql_expr_test: [
          { expr: `count_over_time(${alerts}[${dueMinute}m])`, eval_time: `${dueMinute}m`, exp_samples: [] },
          {
            expr: 'count by (guard) (ALERTS{alertname="TesseraGuardStopped",alertstate="firing"})',
            eval_time: `${dueMinute + longest}m`,
            exp_samples: [{ labels: `{guard="${name}"}`, value: 1 }],
          },
        ],
      },
    ],
  });
}

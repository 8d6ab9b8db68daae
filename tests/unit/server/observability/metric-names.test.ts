import { expect, test } from 'vitest';
import { allMetrics } from '../../../support/all-metrics';

const TYPES = new Set(['counter', 'gauge', 'histogram', 'summary']);
const PREFIX = '(?:pico|nano|micro|milli|centi|deci|deca|hecto|kilo|kibi|mega|mebi|giga|gibi|tera|tebi|peta|pebi)';
const BASE = '(?:seconds|bytes|meters|metres|grams|joules|volts|amperes|kelvin|celsius)';
/** Units that are no base units, and abbreviations of units. */
const OTHER_UNIT = new RegExp(
  `^(?:${PREFIX}${BASE}|minutes?|hours?|days?|weeks?|bits?|kelvins|fahrenheit|rankine|[mun]?s|sec|[kmgtp]?b|m|h|d)$`,
);

type Named = { name: string; type: unknown; help: string; labels: readonly string[] };

/** What `promtool check metrics` says of names, labels and help: the rules of its library `promlint`. */
function problemsOf({ name, type: said, help, labels }: Named): string[] {
  // prom-client says the type as text, whatever its types say.
  const type = String(said);
  const parts = name.split('_');
  const isSampled = type === 'histogram' || type === 'summary';
  const rules: Record<string, boolean> = {
    'has no help': help.trim() === '',
    'a counter ends in _total, and nothing else does': name.endsWith('_total') !== (type === 'counter'),
    'a suffix or label of histograms':
      /_(?:count|sum|bucket)$/.test(name) || (!isSampled && labels.some((label) => /^(?:le|quantile)$/.test(label))),
    'its type in its name': parts.some((part) => TYPES.has(part)),
    'a colon, or no snake case': [name, ...labels].some((text) => !/^[a-z][a-z\d_]*$/.test(text)),
    'another unit than the base unit': parts.some((part) => OTHER_UNIT.test(part)),
  };
  return Object.keys(rules).flatMap((rule) => (rules[rule] === true ? [`${type} ${name}: ${rule}`] : []));
}

test('metrics have names, labels and help that Prometheus’ own check accepts', async () => {
  const metrics = allMetrics();
  const all = await metrics.registry.getMetricsAsJSON();
  expect(all.length).toBeGreaterThan(20);
  const labelled = all.map((metric) => ({
    ...metric,
    labels: labelsOf(metrics.registry.getSingleMetric(metric.name)),
  }));
  expect(labelled.find(({ name }) => name === 'tessera_activations_total')?.labels).toEqual(['outcome', 'reason']);
  expect(labelled.flatMap(problemsOf)).toEqual([]);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test('a metric that Prometheus’ own check refuses is refused for what is wrong with it', () => {
  const good: Named = { name: 'tessera_wait_seconds', type: 'gauge', help: 'A wait', labels: ['way'] };
  expect(problemsOf(good)).toEqual([]);
  const bad: Partial<Named>[] = [
    { help: '' },
    { name: 'tessera_waits_total' },
    { type: 'counter' },
    { name: 'tessera_wait_count' },
    { labels: ['le'] },
    { name: 'tessera_gauge' },
    { name: 'tesseraWait' },
    { labels: ['theWay'] },
    { name: 'tessera:wait' },
    { name: 'tessera_wait_ms' },
    { name: 'tessera_wait_milliseconds' },
    { name: 'tessera_wait_minutes' },
  ];
  for (const one of bad)
    expect({ ...one, problems: problemsOf({ ...good, ...one }) }).toMatchObject({ problems: [expect.any(String)] });
});

/** As they were declared: prom-client keeps them beside what it says of its types. */
function labelsOf(metric: object | undefined): string[] {
  return metric && 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [];
}

import type { Config, ConfigSecrets } from '../../config/config';
import type { Logger } from '../observability/logger';
import type { Metrics } from '../observability/metrics';
import type { otlpSink } from '../observability/traces/otlp-sink';
import { Traces } from '../observability/traces/traces';

type OpenSink = typeof otlpSink;

/** Loads OpenTelemetry's libraries, which a site without a collector does not need. @returns null without a collector */
export async function loadTracing({ traces }: Pick<Config, 'traces'>): Promise<OpenSink | null> {
  return traces && (await import('../observability/traces/otlp-sink')).otlpSink;
}

/** @param openSink of `loadTracing` */
export function openTraces(
  { config, secrets }: { config: Config; secrets: ConfigSecrets },
  openSink: OpenSink | null,
  logger: Pick<Logger, 'warn' | 'info'>,
  { spans: counter }: Pick<Metrics, 'spans'>,
): Traces | null {
  if (!config.traces || !openSink) return null;
  let isLosing = false;
  const sink = openSink(config.traces, (spans, error) => {
    counter.inc({ outcome: error ? 'lost' : 'sent' }, spans);
    if (error && !isLosing) logger.warn({ err: error }, 'traces are lost: the collector does not take them');
    if (!error && isLosing) logger.info('the collector takes traces again');
    isLosing = error !== null;
  });
  return new Traces(sink, { key: secrets.sessionSecret, trustsCallers: config.trustedProxies > 0 });
}

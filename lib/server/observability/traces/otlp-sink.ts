import { randomUUID } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind as OtelKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  type Sampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { withTimeout } from '../../../shared/async/with-timeout';
import { SECOND } from '../../../shared/time/duration';
import { VERSION } from '../../../shared/version';
import { SPANS, type EndedSpan, type SpanContext, type SpanKind, type SpanSink } from './span';

/** Of a collector, for a batch. */
const PATIENCE_MS = 5 * SECOND;

/** Of a stop, for what still waits. */
const LAST_PATIENCE_MS = 2 * SECOND;

const KINDS: Record<SpanKind, OtelKind> = {
  request: OtelKind.SERVER,
  activation: OtelKind.INTERNAL,
  gateway: OtelKind.CLIENT,
  relay: OtelKind.CLIENT,
  message: OtelKind.PRODUCER,
};

/**
 * @property url of the collector, with its path
 * @property sampler as `OTEL_TRACES_SAMPLER` names it
 * @property ratio of the traces that it keeps, from 0 to 1, where its name says so
 * @property authority PEM of who vouches for the collector; null for well-known authorities
 */
export type OtlpSettings = {
  url: string;
  headers: Record<string, string>;
  sampler: string;
  ratio: number;
  serviceName: string;
  authority: string | null;
};

/** @param onBatch is called with the number of spans in each batch, and with why it failed; null for not at all */
export function otlpSink(settings: OtlpSettings, onBatch: (spans: number, error: Error | null) => void): SpanSink {
  const { url, headers, serviceName, authority } = settings;
  const exporter = new OTLPTraceExporter({
    url,
    headers,
    timeoutMillis: PATIENCE_MS,
    httpAgentOptions: authority === null ? { keepAlive: true } : { keepAlive: true, ca: authority },
  });
  const root = rootSampler(settings);
  const next: SpanContext = { traceId: '', spanId: '' };
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({
        'service.name': serviceName,
        'service.version': VERSION,
        'service.instance.id': randomUUID(),
      }),
    ),
    sampler: settings.sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root,
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [new BatchSpanProcessor(reporting(exporter, onBatch))],
  });
  const tracer = provider.getTracer('tessera', VERSION);
  const isSampled = (traceId: string) =>
    root.shouldSample(ROOT_CONTEXT, traceId, '', OtelKind.INTERNAL, {}, []).decision ===
    SamplingDecision.RECORD_AND_SAMPLED;

  return {
    take({ kind, name, traceId, spanId, parent, startedAt, endedAt, hasFailed, attributes, events, links }) {
      // The SDK asks for both below, at once.
      Object.assign(next, { traceId, spanId });
      const context = parent
        ? trace.setSpanContext(ROOT_CONTEXT, withFlags(parent, parent.isSampled ?? isSampled(traceId)))
        : ROOT_CONTEXT;
      const span = tracer.startSpan(
        name,
        {
          kind: KINDS[kind],
          startTime: startedAt,
          attributes: declared(kind, attributes),
          links: links.map((link) => ({ context: withFlags(link, isSampled(link.traceId)) })),
        },
        context,
      );
      for (const event of events) span.addEvent(event.name, event.at);
      if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(endedAt);
    },
    close: () => withTimeout(LAST_PATIENCE_MS, provider.shutdown()).catch(() => undefined),
  };
}

function withFlags({ traceId, spanId }: SpanContext, isSampled: boolean) {
  return { traceId, spanId, isRemote: true, traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE };
}

/** What no type has kept out. */
function declared(kind: SpanKind, attributes: EndedSpan['attributes']): EndedSpan['attributes'] {
  const names: readonly string[] = SPANS[kind];
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}

function rootSampler({ sampler, ratio }: OtlpSettings): Sampler {
  if (sampler.endsWith('always_off')) return new AlwaysOffSampler();
  return sampler.endsWith('always_on') ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(ratio);
}

function reporting(exporter: SpanExporter, onBatch: (spans: number, error: Error | null) => void): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        onBatch(spans.length, result.error ?? null);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}

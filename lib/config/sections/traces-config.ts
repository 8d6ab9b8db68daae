import { z } from 'zod';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { certificateFileSchema } from './pem-files';

/** Where traces are sent to. */
export type TracesConfig = {
  /** With its path. */
  url: string;
  headers: Record<string, string>;
  sampler: (typeof SAMPLERS)[number];
  /** Of the traces that are kept, from 0 to 1. */
  ratio: number;
  serviceName: string;
  /** PEM of who vouches for the collector; null for well-known authorities. */
  authority: string | null;
};

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

const urlSchema = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
  );
}, 'needs the http or https address of a collector, without a password in it');

/** As in W3C Baggage, without properties: names and values in percent-encoding. */
const headersSchema = z.string().transform((text, context): Record<string, string> => {
  const pairs = text.split(',').map((part) => /^\s*([!#$%&'*+.^`|~\w-]+)\s*=\s*([\x20-\x7e]*?)\s*$/.exec(part));
  try {
    if (!pairs.includes(null))
      return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', decodeURIComponent(pair?.[2] ?? '')]));
  } catch {
    // A stray percent sign; said below.
  }
  context.addIssue('needs pairs such as name=value, separated by commas, with values in percent-encoding');
  return z.NEVER;
});

export const TRACES = {
  title: 'Traces',
  note: 'Spans over OTLP/HTTP in JSON, by the standard names of OpenTelemetry. They name no person: lib/server/observability says what they hold.',
  settings: {
    OTEL_EXPORTER_OTLP_ENDPOINT: setting(urlSchema, {
      unset: 'no traces',
      meaning: 'address of an OpenTelemetry collector, to which `/v1/traces` is added',
      shown: String,
      example: 'https://collector.example.org:4318',
    }),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: setting(urlSchema, {
      unset: 'the former',
      meaning: 'the whole address that takes traces, in place of the former',
      shown: String,
      example: 'https://collector.example.org:4318/v1/traces',
    }),
    OTEL_EXPORTER_OTLP_HEADERS: setting(headersSchema, {
      unset: 'none',
      meaning: 'headers that the collector wants, such as `authorization=Bearer%20…`; secret',
      example: 'authorization=Bearer%20secret',
    }),
    OTEL_EXPORTER_OTLP_CERTIFICATE: setting(certificateFileSchema, {
      unset: 'well-known authorities',
      meaning: 'file with the PEM of the authority that vouches for the collector',
      example: '/etc/tessera/collector-ca.pem',
    }),
    OTEL_SERVICE_NAME: setting(z.string().regex(/^[\w.-]{1,64}$/, 'needs up to 64 letters, digits, dots or hyphens'), {
      default: 'tessera',
      meaning: 'name of this site among services',
      shown: String,
    }),
    OTEL_TRACES_SAMPLER: setting(z.enum(SAMPLERS, { error: `must be one of ${SAMPLERS.join(', ')}` }), {
      default: 'parentbased_always_on',
      meaning: `which traces are kept: ${SAMPLERS.map((name) => `\`${name}\``).join(', ')}`,
      shown: String,
      example: 'parentbased_traceidratio',
    }),
    OTEL_TRACES_SAMPLER_ARG: setting(
      z
        .string()
        .regex(/^(?:0|1|0?\.\d+|[01]\.0+)$/, 'needs a number from 0 to 1')
        .transform(Number),
      {
        unset: '`1`',
        meaning: 'share of the traces that is kept, where the sampler asks for one',
        shown: String,
        example: '0.1',
      },
    ),
  },
} satisfies Section;

/** @returns null without a collector */
export function tracesFrom(values: ValuesOf<typeof TRACES>): TracesConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole } = values;
  const url = whole ?? (base === undefined ? null : `${base.replace(/\/+$/, '')}/v1/traces`);
  if (url === null) return null;
  return {
    url,
    headers: values.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    sampler: values.OTEL_TRACES_SAMPLER,
    ratio: values.OTEL_TRACES_SAMPLER_ARG ?? 1,
    serviceName: values.OTEL_SERVICE_NAME,
    authority: values.OTEL_EXPORTER_OTLP_CERTIFICATE ?? null,
  };
}

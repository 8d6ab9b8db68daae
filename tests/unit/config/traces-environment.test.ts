import { describe, expect, it } from 'vitest';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { tracesFrom } from '@/lib/config/sections/traces-config';

const BASE = 'http://collector.example.org:4318';

const of = (variables: Record<string, string>) => tracesFrom(readEnvironment(variables));

describe('the settings of traces', () => {
  it('traces are off without an address, and their path is added to that of a collector', () => {
    expect(of({ OTEL_EXPORTER_OTLP_HEADERS: 'a=b' })).toBeNull();
    for (const address of [BASE, `${BASE}/`])
      expect(of({ OTEL_EXPORTER_OTLP_ENDPOINT: address })).toEqual({
        url: `${BASE}/v1/traces`,
        headers: {},
        sampler: 'parentbased_always_on',
        ratio: 1,
        serviceName: 'tessera',
        authority: null,
      });
  });

  it('an address of traces alone is taken as it is', () => {
    const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: BASE, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${BASE}/in` };
    expect(of(variables)?.url).toBe(`${BASE}/in`);
  });

  it('headers are read in percent-encoding', () => {
    const OTEL_EXPORTER_OTLP_HEADERS = 'authorization=Bearer%20a=b%2C, x-scope = 7';
    expect(of({ OTEL_EXPORTER_OTLP_ENDPOINT: BASE, OTEL_EXPORTER_OTLP_HEADERS })?.headers).toEqual({
      authorization: 'Bearer a=b,',
      'x-scope': '7',
    });
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector.example.org'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'ftp://collector.example.org'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://user:password@collector.example.org'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'Bearer secret'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=%zz'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_SERVICE_NAME', 'two words'],
  ])('the setting %s refuses %s', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name);
  });
});

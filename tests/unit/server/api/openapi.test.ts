import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiDocument, openApiText } from '@/lib/server/api/openapi/document';
import { repository } from '../../../support/repository';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-openapi-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(openApiDocument()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the OpenAPI document', () => {
  it('the OpenAPI document is valid, and follows the recommended rules of Redocly', { timeout: 120_000 }, () => {
    const program = join(repository, 'node_modules/.bin/redocly');
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const args = ['lint', 'openapi.json', '--extends', 'recommended-strict', '--format', 'json'];
    const output = execFileSync(program, args, { cwd: folder, env: environment, encoding: 'utf8' });
    expect(JSON.parse(output)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  it('the document says whom to ask: as a site serves it, at that site', () => {
    expect(openApiDocument()['info']).toMatchObject({ contact: { name: 'Whoever runs the site' } });
    const served = JSON.parse(openApiText('https://id.example.org')) as { info: object };
    expect(served.info).toMatchObject({ contact: { url: 'https://id.example.org' } });
  });

  it('every operation has a description, and the refusals of the site', () => {
    const incomplete = operations().filter(
      ({ description = '', responses }) =>
        description === '' || ['400', '414', '421', '503'].some((status) => !responses[status]),
    );
    expect(incomplete.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('every example fits its schema, also for validators that compile patterns without the flag u', () => {
    const pairs = examplePairs(openApiDocument());
    expect(pairs.length).toBeGreaterThan(30);
    for (const { schema, example } of pairs) {
      // Zod compiles a pattern of JSON Schema without flags.
      const parsed = z.fromJSONSchema(withDefinitions(schema)).safeParse(example);
      expect.soft(parsed.error?.issues ?? [], JSON.stringify(example)).toEqual([]);
    }
  });

  it('every pattern means the same with the flag u and without it', () => {
    const patterns = new Set(JSON.stringify(openApiDocument()).match(/(?<="pattern":)"(?:[^"\\\\]|\\\\.)*"/g));
    expect(patterns.size).toBeGreaterThan(5);
    const words = [
      'jane.doe',
      'pC',
      's',
      'äß ﷺ',
      '🙂',
      'a🙂b',
      'a\nb',
      '\u0000',
      '\u0085',
      '\ud800',
      'a\udc00',
      '{',
      '\ufeff',
      '2026-11-27',
    ];
    for (const text of patterns) {
      const pattern = JSON.parse(text) as string;
      const [plain, unicode] = [new RegExp(pattern), new RegExp(pattern, 'u')];
      expect
        .soft(
          words.filter((word) => plain.test(word) !== unicode.test(word)),
          pattern,
        )
        .toEqual([]);
    }
  });
});

type Operation = { operationId: string; description?: string; responses: Record<string, object> };

function operations(): Operation[] {
  const paths = openApiDocument()['paths'] as Record<string, Record<string, Operation>>;
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

type Media = { schema: object; example?: unknown };

/** Every example that stands beside its schema. */
function examplePairs(value: unknown): Required<Media>[] {
  if (typeof value !== 'object' || value === null) return [];
  const { schema, example } = value as Partial<Media>;
  const own = schema !== undefined && example !== undefined ? [{ schema, example }] : [];
  return [...own, ...Object.values(value).flatMap(examplePairs)];
}

/** With the components that it refers to, as a schema that stands alone. */
function withDefinitions(schema: object): z.core.JSONSchema.BaseSchema {
  const { schemas } = openApiDocument()['components'] as { schemas: object };
  const text = JSON.stringify({ ...schema, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return JSON.parse(text) as z.core.JSONSchema.BaseSchema;
}

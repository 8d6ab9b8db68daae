import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS from 'openapi-typescript';
import { format } from 'oxfmt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/api/openapi/document';
import { repository } from '../../support/repository';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-openapi-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(openApiDocument()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the OpenAPI document', () => {
  it('is valid, and follows the recommended rules of Redocly', { timeout: 120_000 }, () => {
    const program = join(repository, 'node_modules/.bin/redocly');
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const args = ['lint', 'openapi.json', '--extends', 'recommended-strict', '--format', 'json'];
    const output = execFileSync(program, args, { cwd: folder, env: environment, encoding: 'utf8' });
    expect(JSON.parse(output)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  it('is what the client is typed by', async () => {
    const types = await openapiTS(withoutProse(openApiDocument()) as never);
    const used = types.replaceAll(/^export type (?:webhooks|\$defs|external) = .*;$/gm, '');
    const { code } = await format('api-types.ts', used, { singleQuote: true, printWidth: 120 });
    await expect(code).toMatchFileSnapshot(join(repository, 'lib/api/client/api-types.ts'));
  });
});

/** What types are made of: no descriptions, no examples, no problems, which the client throws. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) =>
      !(name === 'description' && typeof inner === 'string') &&
      !['example', 'summary', 'pattern', 'headers', 'default'].includes(name) &&
      !/^[45]\d\d$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutProse(inner)]));
}

/**
 * Writes the types of the API's client, from the document that the API is described by. Whatever checks types runs it first;
 * the database client must be there.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import openapiTS from 'openapi-typescript';
import { openApiDocument } from '../server/api/openapi/document';

const FILE = join('lib', 'generated', 'api', 'api-types.ts');

/** What types are made of: no descriptions, no examples, no problems, which the client throws. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name, inner]) =>
      !(name === 'description' && typeof inner === 'string') &&
      !['example', 'summary', 'pattern', 'headers', 'default'].includes(name) &&
      !/^[45]\d\d$/.test(name),
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutProse(inner)]));
}

/** Leaves an identical file unchanged, and replaces others atomically, because another process may be reading them. */
function replaceFile(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

const types = await openapiTS(withoutProse(openApiDocument()) as never);
replaceFile(FILE, types.replaceAll(/^export type (?:webhooks|\$defs|external) = .*;$/gm, ''));

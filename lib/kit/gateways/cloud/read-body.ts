import type { Reply } from '../../faults/reply';
import { cloudFailure } from './cloud-failure';

type FieldType = 'string' | 'number' | 'object' | 'array';

/**
 * A JSON object with the fields that are documented and no others; else the failure to answer with. `fields` has those that
 * are texts.
 */
export function readBody(
  body: Buffer,
  required: Record<string, FieldType>,
  optional: Record<string, FieldType> = {},
): { ok: true; fields: Record<string, string>; json: Record<string, unknown> } | { ok: false; failure: Reply } {
  const json = parse(body);
  if (!json) return { ok: false, failure: cloudFailure(400, 'Malformed JSON request') };
  const allowed: Record<string, FieldType> = { ...required, ...optional };
  const validationErrors = [
    ...Object.keys(required)
      .filter((name) => !(name in json))
      .map((name) => `${name} must not be null`),
    ...Object.entries(json)
      .filter(([name, value]) => typeOf(value) !== allowed[name])
      .map(([name]) => (name in allowed ? `${name} is invalid` : `${name} is not known`)),
  ];
  if (validationErrors.length > 0)
    return { ok: false, failure: cloudFailure(400, 'Validation failed', { validationErrors }) };
  const texts = Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { ok: true, fields: Object.fromEntries(texts), json };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function parse(body: Buffer): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

import type { Reply } from '../../faults/reply';
import { cloudFailure } from './cloud-failure';

type FieldType = 'string' | 'object';

/** A JSON object with the fields that are documented and no others; else the failure to answer with. */
export function readBody(
  body: Buffer,
  required: Record<string, FieldType>,
  optional: Record<string, FieldType> = {},
): { ok: true; fields: Record<string, string> } | { ok: false; failure: Reply } {
  const json = parse(body);
  if (!json) return { ok: false, failure: cloudFailure(400, 'Malformed JSON request') };
  const allowed: Record<string, FieldType> = { ...required, ...optional };
  const validationErrors = [
    ...Object.keys(required)
      .filter((name) => !(name in json))
      .map((name) => `${name} must not be null`),
    ...Object.entries(json)
      .filter(([name, value]) => typeof value !== allowed[name] || value === null)
      .map(([name]) => (name in allowed ? `${name} is invalid` : `${name} is not known`)),
  ];
  if (validationErrors.length > 0)
    return { ok: false, failure: cloudFailure(400, 'Validation failed', { validationErrors }) };
  const texts = Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { ok: true, fields: Object.fromEntries(texts) };
}

function parse(body: Buffer): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

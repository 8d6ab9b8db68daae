import 'server-only';
import type { z } from 'zod';
import { readAtMost } from '../../../shared/read-at-most';
import { accept, refuse, type Result } from '../../../shared/result';
import { parseStrictObject } from '../../../shared/strict-json';
import { uncachedRefusal } from './uncached';

/** The JSON object of a request's body. `malformed`: no JSON, or other fields than the schema's. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maximumBytes: number,
): Promise<Result<z.output<Schema>, 'too-large' | 'malformed'>> {
  const body = await readAtMost(request.body ?? [], maximumBytes);
  if (!body) return refuse('too-large');
  const parsed = schema.safeParse(parseStrictObject(body));
  return parsed.success ? accept(parsed.data) : refuse('malformed');
}

/** The same of a public endpoint that takes what phones report. @returns the refusal to answer with, if it is none */
export async function readReport<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maximumBytes: number,
): Promise<{ ok: true; value: z.output<Schema> } | { ok: false; response: Response }> {
  // Browsers send this media type across origins only after a CORS preflight, so no other website can report through
  // its visitors.
  if (request.headers.get('content-type') !== 'application/json') return { ok: false, response: uncachedRefusal(415) };
  const report = await readJson(request, schema, maximumBytes);
  return report.ok ? report : { ok: false, response: uncachedRefusal(report.refusal === 'too-large' ? 413 : 400) };
}

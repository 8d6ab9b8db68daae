import { z } from 'zod';
import { accept, refuse, type Result } from '../../../shared/result';
import { type JsonFault, parseStrictJson } from '../../../shared/strict-json';
import type { InputError } from '../problem';
import type { Input, Route } from '../route';

const NOTHING = z.null();

const BODY_TYPE = /^application\/(?:json|merge-patch\+json)\s*(?:;|$)/i;

/** More are not listed. */
const MOST_ERRORS = 20;

type Raw = { params: Record<string, string>; search: string; contentType: string | undefined; body: Buffer };
type Refused = { code: 'malformed-request' | 'wrong-type'; errors: InputError[] };
type AnyInput = Input<z.ZodObject, z.ZodObject, z.ZodType>;
type Read = { ok: true; value: AnyInput } | { ok: false; refused: Refused };

/** Parses the parts of a request by the schemas of its route, all of which name every part that they know. */
export function readInput({ params, query, body }: Pick<Route, 'params' | 'query' | 'body'>, raw: Raw): Read {
  const json = readJson(body, raw);
  if (!json.ok) return json.refusal === 'wrong-type' ? WRONG_TYPE : refusedFor([bodyError(json.refusal)]);
  const searched = readSearch(raw.search);
  if (!searched.ok) return refusedFor([{ where: 'query', name: searched.refusal, detail: 'It is there twice.' }]);
  const parts = [
    ['path', params.safeParse(raw.params)],
    ['query', query.safeParse(searched.value)],
    ['body', (body ?? NOTHING).safeParse(json.value)],
  ] as const;
  const errors = parts.flatMap(([where, part]) => (part.success ? [] : inputErrors(where, part.error)));
  if (errors.length > 0) return refusedFor(errors);
  const [path, search, content] = parts.map(([, part]) => part.data);
  return accept({ params: path, query: search, body: content } as AnyInput);
}

function refusedFor(errors: InputError[]): { ok: false; refused: Refused } {
  return { ok: false, refused: { code: 'malformed-request', errors: errors.slice(0, MOST_ERRORS) } };
}

const WRONG_TYPE: { ok: false; refused: Refused } = { ok: false, refused: { code: 'wrong-type', errors: [] } };

const FAULTS = {
  'not-json': 'It is no JSON in UTF-8.',
  'byte-order-mark': 'It begins with a byte order mark.',
  'repeated-name': 'A name is there twice in one object.',
} as const satisfies Record<JsonFault, string>;

function bodyError(fault: JsonFault): InputError {
  return { where: 'body', name: '', detail: FAULTS[fault] };
}

function readJson(schema: z.ZodType | null, { contentType, body }: Raw): Result<unknown, 'wrong-type' | JsonFault> {
  if (!schema) return accept(null);
  if (body.length === 0) return accept(undefined);
  return BODY_TYPE.test(contentType ?? '') ? parseStrictJson(body) : refuse('wrong-type');
}

function readSearch(search: string): Result<Record<string, string>, string> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(search)) {
    if (name in values) return refuse(name.slice(0, 64));
    values[name] = value;
  }
  return accept({ ...values });
}

/** The input is not repeated: it may be long, or a secret in the wrong field. */
function inputErrors(where: InputError['where'], { issues }: z.ZodError): InputError[] {
  return issues.map((issue) => ({
    where,
    name: issue.path.map(String).join('.').slice(0, 100),
    detail: issue.code === 'unrecognized_keys' ? 'It has a part that is not known here.' : issue.message.slice(0, 200),
  }));
}

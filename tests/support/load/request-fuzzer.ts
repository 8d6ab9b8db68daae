import { seededRandom } from '../../lab/seeded-random';

type Schema = {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
};

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema };

type Operation = {
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | null;
  example: Record<string, unknown>;
};

export type FuzzedRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  isKeyless: boolean;
};

const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '..',
  '../../etc/passwd',
  '%00',
  '%',
  "' OR 1=1; --",
  '${jndi:ldap://x}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'null',
  '🙂'.repeat(300),
  'x'.repeat(300),
  'ﷺ',
  -1,
  0,
  1.5,
  1e308,
  9_007_199_254_740_992,
  null,
  true,
  [],
  [[[[[[]]]]]],
  {},
  { $gt: '' },
  { toString: 1 },
];

const HEADERS: readonly Record<string, string>[] = [
  { 'if-match': '*' },
  { 'if-match': '"x"' },
  { 'if-match': 'W/"x", "y"' },
  { 'if-match': '"' },
  { 'if-none-match': '*' },
  { 'if-none-match': '","' },
  { prefer: 'wait=0' },
  { prefer: 'wait=-1' },
  // None is a wait: what waits is tested by itself.
  { prefer: 'wait=1e9' },
  { prefer: 'respond-async' },
  { 'idempotency-key': '"a"' },
  { 'idempotency-key': 'x'.repeat(200) },
  { 'idempotency-key': '"' },
  { accept: 'text/html' },
  { accept: 'application/x-ndjson' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'x-forwarded-for': '1.2.3.4' },
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { range: 'bytes=0-1' },
];

/**
 * Makes requests from an OpenAPI document: right ones, and ones with a part that is wrong, missing, too many or hostile.
 * The same seed makes the same ones.
 * @param known values of parameters that exist
 */
export class RequestFuzzer {
  readonly #operations: Operation[];
  readonly #random: () => number;
  readonly #known: Readonly<Record<string, string>>;
  readonly #schemas: Record<string, Schema>;

  constructor(document: object, seed: number, known: Readonly<Record<string, string>>) {
    const { paths, components } = document as {
      paths: Record<string, Record<string, Record<string, unknown>>>;
      components: { schemas: Record<string, Schema> };
    };
    const { between } = seededRandom(String(seed));
    this.#random = () => between(0, 1);
    this.#known = known;
    this.#schemas = components.schemas;
    this.#operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const media = (
          operation['requestBody'] as { content: Record<string, { schema: Schema; example: never }> } | undefined
        )?.content['application/json'];
        const parameters = operation['parameters'] as Parameter[];
        return {
          method: method.toUpperCase(),
          path,
          parameters,
          body: media?.schema ?? null,
          example: media?.example ?? {},
        };
      }),
    );
  }

  next(): FuzzedRequest {
    const operation = this.#pick(this.#operations);
    // Half of all are wrong in one way at least.
    const wrongness = this.#random() < 0.5 ? 0 : 0.25;
    const wrong = () => this.#random() < wrongness;
    const { parameters, body } = operation;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      this.#segment(name, parameters, wrong),
    );
    const query = new URLSearchParams();
    for (const { name, in: place, required, schema } of parameters) {
      if (place !== 'query' || (!required && this.#random() < 0.5) || wrong()) continue;
      query.append(name, this.#text(wrong() ? this.#pick(HOSTILE) : this.#value(schema, wrong)));
      if (wrong()) query.append(name, '1');
    }
    if (wrong()) query.append('unknown', '1');
    const sent = this.#body(operation, body, wrong);
    const search = query.size > 0 ? `?${query}` : '';
    const tag = this.#random() < 0.8 ? '*' : '"another"';
    const headers = { ...(this.#random() < 0.7 && { 'if-match': tag }), ...(wrong() && this.#pick(HEADERS)) };
    const method = wrong() ? this.#pick(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']) : operation.method;
    const hasBody = sent !== undefined && (method === 'POST' || method === 'PATCH');
    return { method, path: path + search, headers, ...(hasBody && { body: sent }), isKeyless: wrong() && wrong() };
  }

  #body({ example }: Operation, schema: Schema | null, wrong: () => boolean): unknown {
    if (!schema) return wrong() ? {} : undefined;
    if (wrong()) return this.#pick(['', '{', '[', 'null', '"', '{"a":1', '\ufeff{}', '[[[['.repeat(2_000), ...HOSTILE]);
    // Examples reach what random words seldom do.
    return this.#random() < 0.4 ? example : this.#value(schema, wrong);
  }

  #segment(name: string, parameters: readonly Parameter[], wrong: () => boolean): string {
    const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? {};
    const isKnown = this.#known[name] !== undefined && this.#random() < 0.7;
    const value = wrong() ? this.#pick(HOSTILE) : isKnown ? this.#known[name] : this.#value(schema, wrong);
    const text = this.#text(value);
    // What cannot be encoded is sent as it would be by hand.
    return !/\p{Cs}/u.test(text) ? encodeURIComponent(text) || '%20' : '%ed%a0%80';
  }

  #value(schema: Schema, wrong: () => boolean): unknown {
    if (schema.$ref !== undefined) return this.#value(this.#schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, wrong);
    if (wrong()) return this.#pick(HOSTILE);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return this.#pick(schema.enum);
    if (schema.anyOf) return this.#value(this.#pick(schema.anyOf), wrong);
    switch (schema.type) {
      case 'object':
        return this.#object(schema, wrong);
      case 'array':
        return Array.from({ length: Math.floor(this.#random() * 4) }, () => this.#value(schema.items ?? {}, wrong));
      case 'integer':
      case 'number': {
        const { minimum = 0, maximum = 100 } = schema;
        return Math.floor(minimum + this.#random() * Math.min(maximum - minimum, 1_000));
      }
      case 'boolean':
        return this.#random() < 0.5;
      case 'string':
        return this.#string(schema);
      case undefined:
      default:
        return null;
    }
  }

  #object({ properties = {}, required = [] }: Schema, wrong: () => boolean): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties))
      if ((required.includes(name) || this.#random() < 0.5) && !wrong()) made[name] = this.#value(schema, wrong);
    if (wrong()) made[this.#pick(['unknown', '__proto__', 'constructor', ''])] = this.#pick(HOSTILE);
    return made;
  }

  /** In the form that the schema asks for. */
  #string({ format, pattern, minLength = 1, maxLength = 40 }: Schema): string {
    if (format === 'date') return `2026-0${1 + Math.floor(this.#random() * 9)}-${10 + Math.floor(this.#random() * 18)}`;
    const prefix = /^\^([a-z]{3}-)\[0-9a-f\]\{32\}\$$/.exec(pattern ?? '')?.[1];
    if (prefix !== undefined)
      return prefix + Array.from({ length: 32 }, () => Math.floor(this.#random() * 16).toString(16)).join('');
    const length = minLength + Math.floor(this.#random() * (Math.min(maxLength, 40) - minLength + 1));
    return Array.from({ length }, () => this.#pick(Array.from('abcdefghij.@-+0123456789äß🙂 '))).join('');
  }

  #text(value: unknown): string {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }
}

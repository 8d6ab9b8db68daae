import { z } from 'zod';
import { API_PATH, PROBLEM_TYPE } from '../../../shared/problem-document';
import { attemptsADay } from '../../../accounts/sign-in/limits';
import { API_CHANGES, API_VERSION } from '../changes';
import { type ProblemCode, problemDetail, problemSchema, problemStatus, statusWords } from '../problem';
import { type Route, TAGS } from '../route';
import { ROUTES } from '../route-table';

/** Problems of every address with a key. */
const ALWAYS: readonly ProblemCode[] = [
  'malformed-target',
  'unclear-host',
  'malformed-request',
  'malformed-key',
  'unknown-key',
  'expired',
  'suspended',
  'wrong-network',
  'target-too-long',
  'unknown-host',
  'too-many-requests',
  'failed',
  'starting',
  'too-busy',
  'unavailable',
];

/** Every problem that a route's answer can be. */
export function problemsOf(route: Route): ProblemCode[] {
  return [...new Set([...ALWAYS, ...ownProblemsOf(route)])];
}

/** Those that not every address has. */
export function ownProblemsOf(route: Route): ProblemCode[] {
  const isWrite = route.method !== 'GET';
  const takesBody = route.method === 'POST' || route.method === 'PATCH';
  return [
    ...new Set([
      ...(takesBody ? [] : (['unexpected-body'] as const)),
      ...(isWrite ? (['foreign-origin'] as const) : []),
      ...(route.scope === null ? [] : (['missing-scope'] as const)),
      ...(route.path.includes('{') ? (['not-found'] as const) : []),
      ...(isWrite ? (['key-in-use', 'key-used-otherwise'] as const) : []),
      ...(route.body ? (['wrong-type', 'body-too-slow', 'body-too-long'] as const) : []),
      ...(route.showsSecret ? (['secret-shown-once'] as const) : []),
      ...(route.daily ? (['daily-budget-used-up'] as const) : []),
      ...(route.kind === 'change' ? (['precondition-required', 'precondition-failed'] as const) : []),
      ...route.problems,
    ]),
  ];
}

/** Every problem that an address has, each once, by status. */
export function problemsInUse(): ProblemCode[] {
  const codes = [...new Set(ROUTES.flatMap(problemsOf)), 'method-not-allowed' as const];
  return codes.toSorted((left, right) => problemStatus(left) - problemStatus(right));
}

/** A part of a request, for people. @property name with dots where it lies within another */
export type Field = { name: string; type: string; description: string; isRequired: boolean };

/** The parts that a schema names. */
export function fieldsOf(schema: z.ZodType): Field[] {
  return fieldsWithin(schemaOf(schema, 'input'), '');
}

type Described = {
  type?: string;
  const?: string;
  enum?: string[];
  anyOf?: Described[];
  items?: Described;
  description?: string;
  default?: unknown;
  properties?: Record<string, Described>;
  required?: string[];
};

function fieldsWithin({ properties = {}, required = [] }: Described, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, of]) => {
    const inner = of.anyOf?.find(({ type }) => type !== 'null') ?? of;
    const path = `${prefix}${name}`;
    const field = {
      name: path,
      type: typeWords(of),
      description: of.description ?? '',
      isRequired: required.includes(name),
    };
    const isList = inner.type === 'array';
    return [field].concat(fieldsWithin(isList ? (inner.items ?? {}) : inner, `${path}${isList ? '[]' : ''}.`));
  });
}

function typeWords({ type = 'anything', const: only, enum: words, anyOf, items }: Described): string {
  if (anyOf) return anyOf.map(typeWords).join(' or ');
  if (only !== undefined) return `“${only}”`;
  if (words) return words.map((word) => `“${word}”`).join(', ');
  return items ? `list of ${typeWords(items)}` : type;
}

type Json = Record<string, unknown>;

/** The document in the package belongs to no site. */
const CONTACT = { name: 'Whoever runs the site' };

let cached: Json | null = null;
let serialized: string | null = null;

/** The OpenAPI 3.1 document of the route table. */
export function openApiDocument(): Json {
  cached ??= makeDocument();
  return cached;
}

/** As a site serves it. @param publicUrl where that site names who helps */
export function openApiText(publicUrl: string): string {
  const document = openApiDocument();
  const info = { ...(document['info'] as Json), contact: { ...CONTACT, url: publicUrl } };
  serialized ??= JSON.stringify({ ...document, info });
  return serialized;
}

function makeDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    const there = (paths[route.path] ??= {});
    there[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera',
      contact: CONTACT,
      version: API_VERSION,
      summary: 'For systems beside the site: ticket system, onboarding, fraud desk, SIEM.',
      description:
        'A service account asks and follows. It decides nothing that takes two people, and is never given an image, a password, a link or a code.',
      license: { name: 'MIT', identifier: 'MIT' },
      'x-changes': API_CHANGES.map(({ date, version, changes }) => ({ date, version, changes })),
    },
    servers: [{ url: API_PATH.slice(0, -1), description: 'This site.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ serviceAccount: [] }],
    paths,
    components: {
      securitySchemes: {
        serviceAccount: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'tes_<id>_<secret>',
          description: 'The key of a service account, which an administrator makes with a second person.',
        },
      },
      headers: HEADERS,
      schemas: componentSchemas(),
    },
  };
}

const text = (description: string): Json => ({ description, schema: { type: 'string' } });

const HEADERS: Json = {
  RequestId: text('Ties the answer to the log and the audit records of the site.'),
  RateLimitPolicy: text('The budget of this service account (draft-ietf-httpapi-ratelimit-headers).'),
  RateLimit: text('What is left of it, and for how many seconds.'),
  ETag: text('Names this version of the resource.'),
  Link: text('The next page of a list, `rel="next"` (RFC 8288); left out on the last one.'),
  Location: text('Where to follow what was made.'),
  RetryAfter: { description: 'Seconds.', schema: { type: 'integer' } },
};

const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` });

function operation(route: Route): Json {
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: route.description,
    ...(route.scope !== null && { 'x-scope': route.scope }),
    ...(route.daily && { 'x-daily-budget': { name: route.daily, attempts: attemptsADay(route.daily) } }),
    ...(route.secondPerson !== undefined && { 'x-second-person': route.secondPerson }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...headersOf(route)],
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaOf(route.body, 'input'),
            ...(route.example.body && { example: route.example.body }),
          },
        },
      },
    }),
    responses: { ...answersOf(route), ...problemAnswers(route) },
  };
}

function parametersOf(shape: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property;
    const isRequired = place === 'path' || required.includes(name);
    return { name, in: place, required: isRequired, description: description ?? '', schema };
  });
}

function headerParameter(name: string, required: boolean, description: string): Json {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}

function headersOf(route: Route): Json[] {
  const canWait = route.kind === 'feed' || (route.kind === 'read' && route.follows !== null);
  return [
    ...(route.kind === 'read'
      ? [headerParameter('If-None-Match', false, 'The version that you have: 304 if it still is.')]
      : []),
    ...(canWait
      ? [headerParameter('Prefer', false, '`wait=N`: up to N seconds, 25 at most, until there is news (RFC 7240).')]
      : []),
    ...(route.kind === 'change'
      ? [headerParameter('If-Match', true, 'The version that you change, or `*` for any.')]
      : []),
    ...(route.method === 'GET'
      ? []
      : [
          headerParameter(
            'Idempotency-Key',
            false,
            'Makes a repetition within 24 hours the same request: 1 to 64 characters.',
          ),
        ]),
  ];
}

function answersOf(route: Route): Json {
  const isTagged = route.kind === 'read' || route.kind === 'change';
  const answers = Object.entries(route.answers).map(([status, { description, schema, lines }]) => {
    const isExample = Number(status) === route.example.status;
    const content = schema && {
      'application/json': { schema: schemaOf(schema, 'output'), ...(isExample && { example: route.example.answer }) },
      ...(lines !== undefined && { [lines]: { schema: { type: 'string' } } }),
    };
    const headers = {
      'X-Request-Id': header('RequestId'),
      'RateLimit-Policy': header('RateLimitPolicy'),
      RateLimit: header('RateLimit'),
      ...(isTagged && { ETag: header('ETag') }),
      ...((route.kind === 'feed' || 'cursor' in route.query.shape) && { Link: header('Link') }),
      ...(Number(status) > 200 && { Location: header('Location') }),
    };
    return [status, { description, headers, ...(content && { content }) }];
  });
  const unchanged = { description: 'It is as you know it.', headers: { ETag: header('ETag') } };
  return { ...Object.fromEntries(answers), ...(route.kind === 'read' && { 304: unchanged }) };
}

/** One answer for each status, which names its problems. */
function problemAnswers(route: Route): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route))
    byStatus.set(problemStatus(code), [...(byStatus.get(problemStatus(code)) ?? []), code]);
  const answers = [...byStatus].map(([status, codes]) => {
    const lines = codes.map((code) => `\`${code}\`: ${problemDetail(code)}`);
    const headers = {
      'X-Request-Id': header('RequestId'),
      ...(RETRIED.has(status) && { 'Retry-After': header('RetryAfter') }),
    };
    const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
    return [String(status), { description: `${statusWords(status)}\n\n${lines.join('\n\n')}`, headers, content }];
  });
  return Object.fromEntries(answers);
}

const RETRIED: ReadonlySet<number> = new Set([429, 503]);

type JsonSchema = Json & { $defs?: Record<string, Json> };

/** Without the parts that are components, which it refers to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, $defs: _components, ...rest } = toJson(schema, io);
  const id = schema.meta()?.id;
  return id === undefined ? rest : { $ref: `#/components/schemas/${id}` };
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const json = z.toJSONSchema(schema, { io, target: 'draft-2020-12', reused: 'inline' });
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

/** Every schema of an answer that has a name, and those within. */
function componentSchemas(): Json {
  const schemas: Json = {};
  const answers = ROUTES.flatMap(({ answers: described }) => Object.values(described).map(({ schema }) => schema));
  for (const schema of [problemSchema, ...answers]) {
    const id = schema?.meta()?.id;
    if (!schema || id === undefined) continue;
    const { $schema: _dialect, $defs = {}, id: _id, ...rest } = toJson(schema, 'output');
    schemas[id] = rest;
    for (const [name, { id: _inner, ...inner }] of Object.entries($defs)) schemas[name] = inner;
  }
  return schemas;
}

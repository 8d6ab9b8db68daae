/*
 * `@tessera-auth/kit/api`: a client of `/api/v1` for systems in TypeScript, and the types of its requests and
 * responses.
 */
import type { paths } from '../../generated/api/api-types';

export type { components, paths } from '../../generated/api/api-types';

/** What calls of one path and method take and give, from the OpenAPI document. */
type Methods<Path extends keyof paths> = keyof paths[Path] & string;

type Parameters<Operation> = Operation extends { parameters: infer Given } ? Given : object;

type PathAndQuery<Operation> = Pick<Parameters<Operation>, keyof Parameters<Operation> & ('path' | 'query')>;

type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Sent } } }
  ? { body: Sent }
  : object;

type Options<Operation> = PathAndQuery<Operation> & Body<Operation> & { headers?: Record<string, string> };

type Success<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & (200 | 201 | 202)]: Responses[Status] extends {
        content: { 'application/json': infer Given };
      }
        ? { status: Status; headers: Headers; body: Given }
        : never;
    }[keyof Responses & (200 | 201 | 202)]
  : never;

/** A problem that the API answers with (RFC 9457), or 304, which has no body. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** For programs; null where something else than the API has answered. */
  readonly code: string | null;

  constructor(status: number, problem: { code?: string; detail?: string }) {
    super(problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? null;
  }
}

/**
 * A client of the API, typed by its document: `await call('GET', '/people/{userId}', { path: { userId } })`.
 * @param key of a service account
 * @throws ApiProblem for whatever is no success
 */
export function apiClient({ url, key }: { url: string; key: string }) {
  return async function call<Path extends keyof paths, Method extends Uppercase<Methods<Path>>>(
    method: Method,
    path: Path,
    options: Options<paths[Path][Lowercase<Method> & keyof paths[Path]]>,
  ): Promise<Success<paths[Path][Lowercase<Method> & keyof paths[Path]]>> {
    const { path: params = {}, query = {}, body, headers = {} } = options as LooseOptions;
    const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
    const there = new URL(`${url}/api/v1${filled}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) there.searchParams.set(name, String(value));
    const answer = await fetch(there, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const parsed: unknown = answer.status === 304 ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new ApiProblem(answer.status, parsed as { code?: string; detail?: string });
    return { status: answer.status, headers: answer.headers, body: parsed } as never;
  };
}

export type ApiClient = ReturnType<typeof apiClient>;

type LooseOptions = {
  path?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
};

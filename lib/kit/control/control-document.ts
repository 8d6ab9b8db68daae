import { z } from 'zod';
import { ROUTES, type Route } from './control-routes';

const PHONE = { name: 'phone', in: 'path', required: true, schema: { type: 'string' } };

export const phoneSchema = z.strictObject({
  pin: z
    .string()
    .regex(/^\d{4,16}$/)
    .optional(),
  name: z.string().max(255).optional(),
  hasNotifications: z.boolean().optional(),
  patienceMs: z.int().min(100).max(60_000).optional(),
});

/** The OpenAPI document of a control port (3.1). */
export function controlDocument(url: string): object {
  const named = { type: 'object', properties: { phone: { type: 'string' } }, required: ['phone'] };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Test phones',
      version: '1',
      description:
        'Phones without a screen, for suites that are not in TypeScript. Every refusal is a problem (RFC 9457).',
    },
    servers: [{ url }],
    paths: {
      '/phones': {
        post: operation('Makes a phone', 'makePhone', [], z.toJSONSchema(phoneSchema), {
          201: json('its name', named),
        }),
        get: operation('The phones', 'listPhones', [], null, {
          200: json('their names', { type: 'array', items: named }),
        }),
      },
      '/phones/{phone}': {
        delete: operation('Forgets a phone', 'removePhone', [PHONE], null, { 204: { description: 'done' } }),
      },
      ...phonePaths(),
    },
  };
}

function phonePaths(): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    const path = (paths[`/phones/{phone}${route.path}`] ??= {});
    path[route.method.toLowerCase()] = describe(route);
  }
  return paths;
}

function describe({ method, path, summary, request, answer }: Route): object {
  const id = `${method.toLowerCase()}${path.replaceAll(/\/(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const responses = answer ? { 200: json('done', z.toJSONSchema(answer)) } : { 204: { description: 'done' } };
  return operation(summary, id, [PHONE], request && z.toJSONSchema(request), responses);
}

function operation(
  summary: string,
  operationId: string,
  parameters: object[],
  body: object | null,
  answers: object,
): object {
  const problem = { description: 'refused', content: { 'application/problem+json': { schema: { type: 'object' } } } };
  return {
    summary,
    operationId,
    parameters,
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { ...answers, default: problem },
  };
}

function json(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } };
}

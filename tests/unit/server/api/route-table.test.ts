import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PERMISSIONS } from '@/lib/accounts/users/permission';
import { API_CHANGES } from '@/lib/server/api/changes';
import { openApiDocument } from '@/lib/server/api/openapi/document';
import { matchPath } from '@/lib/server/api/route';
import { ROUTES } from '@/lib/server/api/route-table';
import { isServiceScope } from '@/lib/helpdesk/service-accounts/service-scope';
import { FACTS } from '../../../support/facts-of-every-type';

/** What a program is never given, as a word of a field's name. */
const FORBIDDEN =
  /^(?:image|picture|qr|cronto|password|passcode|pin|link|url|code|codes|token|secret|otp|credential|credentials|payload|key|hash)$/;

function words(name: string): string[] {
  return name.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());
}

/** The name of every property that a JSON schema gives an answer. */
function fieldNames(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) => {
    if (name !== 'properties') return fieldNames(inner);
    return Object.entries(inner as object).flatMap(([property, of]) => [property].concat(fieldNames(of)));
  });
}

const SCHEMAS = (openApiDocument()['components'] as { schemas: Record<string, unknown> }).schemas;

describe('the route table', () => {
  it('threat: an answer has a field for an image, a password, a link or a code — none has', () => {
    // A problem has a code, which says what is wrong.
    const { Problem: _problem, ...answers } = SCHEMAS;
    // The secret of a webhook is the system's own, and opens nothing here: it checks what this site signs.
    const names = fieldNames(answers).filter((name) => name !== 'signingSecret');
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => words(name).some((word) => FORBIDDEN.test(word)))).toEqual([]);
  });

  it('threat: a record that a SIEM reads says one of them — no fact has a property for it', () => {
    const properties = Object.values(FACTS).flatMap((fact) => Object.keys(fact));
    // Which of two codes was refused, which key was used, where the chain ended: nothing that opens.
    // Nor do the name of an activation link, which needs its user's own session, and an address that is registered.
    const known = new Set(['code', 'keyId', 'lastHash', 'linkId', 'returnUrl', 'url']);
    const suspect = properties.filter((name) => !known.has(name) && words(name).some((word) => FORBIDDEN.test(word)));
    expect(suspect).toEqual([]);
  });

  it('every schema of a route refuses unnamed properties', () => {
    const open = ROUTES.flatMap(({ id, params, query, body, answers }) => {
      const given = Object.values(answers).flatMap(({ schema }) => schema ?? []);
      const schemas = [params, query, ...(body ? [body] : []), ...given];
      return schemas.filter((schema) => openObjects(z.toJSONSchema(schema, { io: 'input' })).length > 0).map(() => id);
    });
    expect(open).toEqual([]);
  });

  it('every route has a scope that a machine may hold, and a unique name', () => {
    expect(ROUTES.filter(({ scope }) => scope !== null && !isServiceScope(scope))).toEqual([]);
    expect(ROUTES.filter(({ scope }) => scope !== null && !PERMISSIONS.includes(scope))).toEqual([]);
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
    expect(new Set(ROUTES.map(({ method, path }) => `${method} ${path}`)).size).toBe(ROUTES.length);
  });

  it('every list is paged, with a limit, a cursor and a link to the next page', () => {
    const lists = ROUTES.filter(({ id, answers }) => id !== 'readEvents' && hasList(answers[200]?.schema));
    expect(lists.map(({ id }) => id)).toEqual(expect.arrayContaining(['findPeople', 'listDevices', 'listApprovals']));
    const whole = lists.filter(
      ({ query, answers }) =>
        !('limit' in query.shape && 'cursor' in query.shape) || !('next' in shapeOf(answers[200]?.schema)),
    );
    expect(whole.map(({ id }) => id)).toEqual(['readActivationStatistics']);
  });

  it('every write declares its share of the daily quota, and no read does', () => {
    const silent = ROUTES.filter(({ method, daily }) => (method !== 'GET') !== (daily !== undefined));
    expect(silent.map(({ id }) => id)).toEqual([]);
    // These have limits of their own, or only end what the system began.
    const unlimited = ROUTES.filter(({ daily }) => daily === null).map(({ id }) => id);
    expect(unlimited).toEqual(['sendInvitation', 'revokeInvitation', 'makeActivationLink']);
  });

  it('the change log dates every operation, the newest first', () => {
    const dated: string[] = API_CHANGES.flatMap(({ operations }) => operations);
    expect(dated.toSorted()).toEqual(ROUTES.map(({ id }) => id).toSorted());
    const dates = API_CHANGES.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(openApiDocument()['info']).toMatchObject({
      version: API_CHANGES[0].version,
      'x-changes': expect.any(Array),
    });
  });

  it.each(ROUTES.map((route) => [route.id, route] as const))('%s has an example that fits', (_id, route) => {
    const { path, query = '', body, status, answer } = route.example;
    expect(route.params.safeParse(matchPath(route.path, path)).error).toBeUndefined();
    expect(route.query.safeParse(Object.fromEntries(new URLSearchParams(query))).error).toBeUndefined();
    expect((route.body ?? z.undefined()).safeParse(body).error).toBeUndefined();
    expect(route.answers[status]?.schema?.safeParse(answer).error).toBeUndefined();
  });
});

function shapeOf(schema: z.ZodType | null | undefined): Record<string, unknown> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** Whether an answer is a list of objects. */
function hasList(schema: z.ZodType | null | undefined): boolean {
  return Object.values(shapeOf(schema)).some(
    (part) => part instanceof z.ZodArray && part.element instanceof z.ZodObject,
  );
}

/** Objects that take any property, but for records, which say what their values are. */
function openObjects(schema: unknown): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap(openObjects);
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties } = schema as Record<string, unknown>;
  const isOpen = type === 'object' && properties !== undefined && additionalProperties !== false;
  return [...(isOpen ? [schema] : []), ...Object.values(schema).flatMap(openObjects)];
}

import { beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '@/lib/accounts/users/permission';
import type { User } from '@/lib/accounts/users/user';
import type { Route } from '@/lib/api/route';
import { ROUTES } from '@/lib/api/route-table';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { apiFixture, SCOPES } from '../../support/servers/api-fixture';

const { current, keyWith, ask } = apiFixture(openCopiedDatabase);

let jane: User;
let deviceId: string;
let invitationId: string;
let removalId: string;
let activationId: string;

/** Real objects in every path, so that a foreign key meets what is there. */
function fill({ path, query }: Pick<Route, 'path'> & { query?: string }): string {
  const filled = path
    .replace('{userId}', encodeURIComponent(jane.userId))
    .replace('{deviceId}', deviceId)
    .replace('{invitationId}', invitationId)
    .replace('{activationId}', activationId)
    .replace('{approvalId}', removalId)
    .replace('{role}', 'auditor');
  return query === undefined ? filled : `${filled}?${query}`;
}

function call(route: Route, key: string) {
  const { method, example } = route;
  const { oldDevice: _other, ...body } = (example.body ?? {}) as Record<string, unknown>;
  const headers: Record<string, string> = route.kind === 'change' ? { 'if-match': '"another"' } : {};
  const path = fill({ path: route.path, ...(example.query !== undefined && { query: example.query }) });
  return ask(path, { method, key, headers, ...(example.body && { body }) });
}

beforeAll(async () => {
  jane = await current.administration.add();
  ({ instanceId: deviceId } = await current.world.activate(jane));
  const key = keyWith(['invitation:send', 'removal:request', 'user:view', 'audit:read']);
  const invited = await ask(`/people/${jane.userId}/invitations`, {
    method: 'POST',
    key,
    body: {
      reason: 'new-phone',
      ticket: 'T-1',
      delivery: 'mail',
      checks: [{ method: 'call-back', detail: '+49 30 1234567' }],
    },
  });
  expect(invited).toMatchObject({ status: 201 });
  invitationId = String(invited.body['id']);
  const removal = await ask(`/people/${jane.userId}/devices/${deviceId}/removals`, {
    method: 'POST',
    key,
    body: { reason: 'lost', ticket: 'T-2' },
  });
  expect(removal).toMatchObject({ status: 202 });
  removalId = String(removal.body['id']);
  const started = await current.world.stores.audit.list(
    {
      period: { from: new Date(0), to: new Date(8.64e15) },
      type: 'activation-requested',
      subjectUserId: null,
      actorUserId: null,
      text: null,
    },
    { order: 'newest-first', after: null, limit: 1 },
  );
  activationId = String((started[0]?.event as unknown as { activationId: string }).activationId);
});

const named = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

describe.each(named)('%s', (_name, route) => {
  it('is closed without a key, and with one that opens nothing', async () => {
    for (const key of [null, 'tes_unknown_key']) {
      const { status, headers, body } = await ask(fill({ path: route.path }), { method: route.method, key });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Bearer realm="tessera"/);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(body['code']).toBe(key === null ? 'malformed-key' : 'unknown-key');
    }
  });

  it('is open to its scope alone', async () => {
    const refused = [];
    for (const scope of SCOPES.filter((other) => other !== route.scope)) {
      const { status, body } = await call(route, keyWith([scope]));
      if (route.scope === null) expect(status).toBe(200);
      else refused.push([scope, status, body['code'], body['scope']]);
    }
    const expected = SCOPES.filter((other) => other !== route.scope);
    if (route.scope !== null)
      expect(refused).toEqual(expected.map((scope) => [scope, 403, 'missing-scope', route.scope]));
    const all = SCOPES.filter((other) => other !== route.scope);
    if (route.scope !== null) expect((await call(route, keyWith(all))).status).toBe(403);
    const own = await call(route, keyWith(scopesOf(route)));
    expect([own.status, own.body['code']]).not.toEqual([403, 'missing-scope']);
    expect(own.status).toBeLessThan(500);
  });

  it('threat: a system of another domain — finds nothing of this one', async () => {
    const { status, text, body } = await call(route, keyWith(scopesOf(route), { domain: 'other.example' }));
    if (route.path.includes('{')) expect([status, body['code']]).toEqual([404, 'not-found']);
    else expect(status).toBeLessThan(500);
    expect(text).not.toContain(jane.userId);
    expect(text).not.toContain(deviceId);
  });
});

function scopesOf({ scope }: Route): Permission[] {
  return scope === null ? [] : [scope];
}

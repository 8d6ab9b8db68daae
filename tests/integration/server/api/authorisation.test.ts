import { beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '@/lib/accounts/users/permission';
import type { User } from '@/lib/accounts/users/user';
import type { Route } from '@/lib/server/api/route';
import { ROUTES } from '@/lib/server/api/route-table';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { ALLOWED_HOST } from '../../../support/doubles/fake-webhooks';
import { openCopiedDatabase } from '../../../support/databases/open-copied-database';
import { apiFixture, SCOPES } from '../../../support/servers/api-fixture';

const { current, keyWith, ask } = apiFixture(openCopiedDatabase);

let jane: User;
let deviceId: string;
let invitationId: string;
let removalId: string;
let activationId: string;
let webhookId: string;

/** Real objects in every path, so that a foreign key meets what is there. */
function fill({ path, query }: Pick<Route, 'path'> & { query?: string }): string {
  const filled = path
    .replace('{userId}', encodeURIComponent(jane.userId))
    .replace('{deviceId}', deviceId)
    .replace('{invitationId}', invitationId)
    .replace('{activationId}', activationId)
    .replace('{linkId}', `lnk-${'0'.repeat(32)}`)
    .replace('{approvalId}', removalId)
    .replace('{webhookId}', webhookId)
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
  const make = async (path: string, body: object) => {
    const made = await ask(`/people/${jane.userId}${path}`, { method: 'POST', key, body });
    if (made.status >= 300) throw new Error(made.text);
    return made.body['id'] as string;
  };
  const checks = [{ method: 'call-back', detail: '+49 30 1234567' }];
  invitationId = await make('/invitations', { reason: 'new-phone', ticket: 'T-1', delivery: 'mail', checks });
  removalId = await make(`/devices/${deviceId}/removals`, { reason: 'lost', ticket: 'T-2' });
  current.webhooks.names.set('hooks.example', [[ALLOWED_HOST]]);
  const address = `https://hooks.example:${await freePort()}/`;
  const webhook = await ask('/webhooks', { method: 'POST', key: keyWith(['webhook:manage']), body: { address } });
  webhookId = (webhook.body['webhook'] as { id: string }).id;
  const { text } = await ask('/events?limit=500', { key });
  activationId = /act-[0-9a-f]{32}/.exec(text)?.[0] ?? '';
});

const named = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

describe.each(named)('%s', (_name, route) => {
  it('the route is closed without a key, and with an unknown one', async () => {
    for (const key of [null, 'tes_unknown_key']) {
      const { status, headers, body } = await ask(fill({ path: route.path }), { method: route.method, key });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Bearer realm="tessera"/);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(body['code']).toBe(key === null ? 'malformed-key' : 'unknown-key');
    }
  });

  it('the route is open to its scope only', async () => {
    const others = SCOPES.filter((scope) => scope !== route.scope);
    const met = [];
    for (const scopes of [[], ...others.map((scope) => [scope]), others]) {
      const { status, body } = await call(route, keyWith(scopes));
      met.push([status, body['code'], body['scope']]);
    }
    const refused = route.scope === null ? [200, undefined, undefined] : [403, 'missing-scope', route.scope];
    expect(met).toEqual(met.map(() => refused));
    const own = await call(route, keyWith(scopesOf(route)));
    expect(own.body['code']).not.toBe('missing-scope');
    expect(own.status).toBeLessThan(500);
  });

  it('threat: a system of another domain — finds nothing of this one', async () => {
    const { status, text } = await call(route, keyWith(scopesOf(route), { domain: 'other.example' }));
    expect(status === 404).toBe(route.path.includes('{'));
    expect(status).toBeLessThan(500);
    expect(text).not.toContain(jane.userId);
    expect(text).not.toContain(deviceId);
    expect(text).not.toContain(webhookId);
  });
});

function scopesOf({ scope }: Route): Permission[] {
  return scope === null ? [] : [scope];
}

import { API_POLICY, type ApiDemand } from '@/lib/accounts/policy/api-policy';
import { perDayOfMachine } from '@/lib/accounts/sign-in/limits';
import type { Permission } from '@/lib/accounts/users/permission';
import type { User } from '@/lib/accounts/users/user';
import { ROUTES } from '@/lib/server/api/route-table';
import type { Route } from '@/lib/server/api/route';
import type { SiteApi } from './site-api';
import type { SiteInProcess } from './site-in-process';

/** Whatever a key can be for: of every operation that the API declares. */
export const SCOPES: readonly Permission[] = [...new Set(ROUTES.flatMap(({ scope }) => scope ?? []))];

/** Where a thief has mails sent to. */
export const THIEFS_ADDRESS = 'thief@mail.example.net';

/** What a thief sends besides what is documented as an example. */
const MORE_BODIES: Readonly<Record<string, readonly object[]>> = {
  changePerson: [{ mailAddresses: [THIEFS_ADDRESS] }, { displayName: 'Somebody else' }, { state: 'enabled' }],
  giveRole: [{ role: 'user' }],
};

/** Whom a call is about: the person whom the story is about, or a member of staff. */
export type Target = { kind: 'person' | 'staff'; user: User };

/** @property newcomer whom it would make */
export type Call = { route: Route; path: string; body: object | undefined; newcomer: string };

let newcomers = 0;

/** What a call has changed though the table gives it to no key, or to none with this scope. */
export type KeyViolation = { by: 'key'; what: string };

/** A service account's key in the hands of a thief, who knows the API's documentation. */
export class StolenKey {
  readonly #site: SiteInProcess;
  readonly #api: SiteApi;
  readonly #key: string;
  readonly #accountId: string;
  readonly scope: Permission;

  constructor(site: SiteInProcess, api: SiteApi, scope: Permission, made: { key: string; accountId: string }) {
    this.#site = site;
    this.#api = api;
    this.scope = scope;
    this.#key = made.key;
    this.#accountId = made.accountId;
  }

  /** Each call that the key is for. */
  async callsOn(target: Target): Promise<Call[]> {
    return this.#calls(target, ({ scope }) => scope === this.scope);
  }

  /** Each call that it is not for. */
  async callsElsewhere(target: Target): Promise<Call[]> {
    return this.#calls(target, ({ scope }) => scope !== null && scope !== this.scope);
  }

  /** Makes a call, and compares what has changed by it with the table. */
  async make({ route, path, body, newcomer }: Call, target: Target): Promise<KeyViolation[]> {
    const { scope, secondPerson, daily }: ApiDemand = API_POLICY[route.id] ?? { scope: null };
    const isDaySpent = daily !== undefined && this.#spent.has(daily);
    const before = await this.#snapshot(target.user, newcomer);
    const { status } = await this.#api.call(this.#key, route.method, path, body);
    const after = await this.#snapshot(target.user, newcomer);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    const isGiven =
      scope === this.scope &&
      !isDaySpent &&
      secondPerson !== 'always' &&
      !(secondPerson === 'staff' && target.kind === 'staff');
    const what = `${route.id} of ${target.kind}: ${status}`;
    const violations = changed
      // What it makes up for a check of the caller is compared with nothing, so that somebody else agrees.
      .filter((name) => !isGiven || (name === 'is invited' && after[name] === 'true'))
      .map((name) => ({ by: 'key' as const, what: `${what} changed what it ${name}` }));
    if (scope !== this.scope && status !== 403) violations.push({ by: 'key', what: `${what} for another scope` });
    if (status >= 500) violations.push({ by: 'key', what });
    return violations;
  }

  readonly #spent = new Set<NonNullable<ApiDemand['daily']>>();

  /** Uses up what the key may change in a day. */
  async spendDay(): Promise<void> {
    const { rateLimiter } = this.#site.services.accounts;
    for (const { scope, daily } of Object.values(API_POLICY)) {
      if (scope !== this.scope || daily === undefined || this.#spent.has(daily)) continue;
      while ((await rateLimiter.take([perDayOfMachine(daily, this.#accountId)])) === null) continue;
      this.#spent.add(daily);
    }
  }

  /** Another day. */
  dayPasses(): void {
    this.#spent.clear();
  }

  async #calls({ user }: Target, isWanted: (route: Route) => boolean): Promise<Call[]> {
    const [device] = await this.#site.services.devices.directory.list(user);
    const invitation = await this.#site.services.helpdesk.invitations.findCurrent(user);
    const given: Record<string, string> = {
      userId: user.userId,
      role: user.roles.at(-1) ?? 'user',
      ...(device && { deviceId: device.instanceId }),
      ...(invitation && { invitationId: invitation.id }),
    };
    return ROUTES.filter(isWanted).flatMap((route) => {
      const documented = route.example.path.split('/');
      const parts = route.path.split('/').map((part, index) => given[part.slice(1, -1)] ?? documented[index] ?? part);
      const bodies = [...(MORE_BODIES[route.id] ?? []), route.example.body];
      return bodies.map((documentedBody) => {
        const newcomer = `newcomer.${(newcomers += 1)}`;
        const body = route.id === 'createPerson' ? { ...documentedBody, userId: newcomer } : documentedBody;
        return { route, path: parts.join('/'), newcomer, body };
      });
    });
  }

  async #snapshot(user: User, newcomer: string): Promise<Record<string, string>> {
    const { accounts, devices: authenticators, administration, helpdesk, webhooks } = this.#site.services;
    const devices = await authenticators.directory.list(user);
    const account = await administration?.accounts.find(user);
    const invitation = await helpdesk.invitations.findCurrent(user);
    return {
      'has of devices': devices.map(({ instanceId, state }) => `${instanceId} ${state}`).join(),
      'is for an account': `${account !== null} ${account?.disabledAt === null} ${account?.removalRequestedAt === null}`,
      'has of roles': account?.user.roles.join() ?? '',
      'has of details': JSON.stringify([account?.user.displayName, account?.user.mailAddresses]),
      'is invited': `${invitation?.state === 'live'}`,
      'has of colleagues': `${(await accounts.users.find(newcomer, user.domain)) !== null}`,
      'has of webhooks': JSON.stringify(await webhooks.webhooks.list(user.domain)),
    };
  }
}

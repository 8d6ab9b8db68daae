import { vi } from 'vitest';
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { openSession } from '@/lib/accounts/sessions/open-session';
import { parseSessionId, type SignedIn, type SessionId } from '@/lib/accounts/sessions/session';
import { may, type Permission } from '@/lib/accounts/users/permission';
import type { User } from '@/lib/accounts/users/user';
import type { Services } from '@/lib/server/composition/compose';
import type { Installation } from '@/lib/server/composition/installation';
import { loadConfig } from '@/lib/config/config';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { openDataKeys } from '@/lib/database/secrets/open-data-keys';
import { repository } from '../../../support/repository';
import type { FakeClock } from '../../../support/doubles/fake-clock';
import { FRONT_END_KEY, GATEWAY_ID } from '../../../support/servers/test-gateway';

/** A browser: its cookies, and the session that it is signed in with. */
export class Browser {
  readonly cookies = new Map<string, string>();
  session: SessionId | null = null;
}

type Way = { authorize: (typed: Record<string, string>) => Promise<{ id: string } | null> };

type Action = (previous: unknown, form: FormData) => Promise<{ status: string; code?: string; secret?: string }>;

/** What a form's action answered, or where it led to. */
export type Submitted = { status: string; code?: string; secret?: string } | { redirectedTo: string };

type Composing = { compose: (installation: Installation) => Services };

type Visiting = { findVisitor: (services: Services, id: SessionId) => Promise<SignedIn | null> };

const STAND_INS = [
  '@/lib/server/composition/compose',
  '@/lib/server/web/sessions/signed-in',
  '@/lib/server/web/actions/request-trace',
  'next/headers',
  'next/cache',
  'next/server',
];

/** The site that is asked now. */
let acting: SiteInProcess;

/**
 * The site as its server actions have it, on two replicas of one database, without a server and a browser: each call takes
 * the next replica, and is made by whichever browser is acting.
 */
export class SiteInProcess {
  readonly replicas: readonly Services[];
  readonly clock: FakeClock;
  /** Of its own for each story, so that none uses up the budgets of another's network. */
  address = '10.0.0.1';
  /** Of each call, so that two browsers can act at once. */
  readonly #acting = new AsyncLocalStorage<Browser>();
  #turn = 0;

  private constructor(replicas: readonly Services[], clock: FakeClock) {
    this.replicas = replicas;
    this.clock = clock;
  }

  /** The test file begins with new modules, so that none has what stands in here already, nor a second copy of another. */
  static async open(databases: readonly Database[], clock: FakeClock): Promise<SiteInProcess> {
    const { compose } = await vi.importActual<Composing>('@/lib/server/composition/compose');
    const { config } = loadConfig();
    const dataKeys = [{ id: 'test', key: new Uint8Array(32).fill(7) }];
    const secrets = {
      sessionSecret: 'the secret of sessions, which has 32 characters',
      dataKeys,
      gateway: { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY, backEndKey: 'b'.repeat(64) },
    };
    const replicas: Services[] = [];
    for (const database of databases) {
      const keyRing = new KeyRing(dataKeys);
      const chainKeys = await openDataKeys(database.client, dataKeys, keyRing, clock.now());
      const quiet = { ...config, logLevel: 'silent' as const };
      replicas.push(compose({ config: quiet, secrets, database, keyRing, chainKeys, clock, close: async () => {} }));
    }
    const site = new SiteInProcess(replicas, clock);
    acting = site;
    standInForServer();
    return site;
  }

  get services(): Services {
    const services = this.replicas[(this.#turn += 1) % this.replicas.length];
    if (!services) throw new TypeError('a site has a replica');
    return services;
  }

  get browser(): Browser {
    return this.#acting.getStore() ?? new Browser();
  }

  get origin() {
    return { correlationId: 'story', address: this.address };
  }

  /** Calls what a browser sends. @returns its answer, or where it was redirected to */
  async by<Answer>(browser: Browser, act: () => Promise<Answer>): Promise<Answer | { redirectedTo: string }> {
    try {
      return await this.#acting.run(browser, act);
    } catch (error) {
      const digest = String((error as { digest?: unknown }).digest);
      if (digest.startsWith('NEXT_REDIRECT')) return { redirectedTo: digest.split(';')[2] ?? '' };
      throw error;
    }
  }

  /** Submits a form. @param file of the action, in the repository */
  async submit(browser: Browser, file: string, name: string, fields: Record<string, string>): Promise<Submitted> {
    const actions = (await import(join(repository, file))) as Record<string, Action>;
    const form = new FormData();
    for (const [field, text] of Object.entries(fields)) form.set(field, text);
    const action = actions[name];
    if (!action) throw new TypeError(`${file} exports no ${name}`);
    return this.by(browser, () => action(null, form));
  }

  /**
   * Signs in as next-auth does, with what a browser has sent it.
   * @param way `credentials`, `invitation` or `phone`
   * @returns false, and the browser's session stays, if it is refused
   */
  async signIn(browser: Browser, way: string, typed: Record<string, string>): Promise<boolean> {
    const { authOptions } = await import('@/lib/server/web/sessions/auth-options');
    const { providers } = await authOptions(null);
    const found = providers.find(({ options }) => options?.id === way) as { options?: Way } | undefined;
    if (!found?.options) throw new TypeError(`nobody signs in by ${way}`);
    // Whatever is told beyond "no" is thrown.
    const { authorize } = found.options;
    const opened = await this.#acting.run(browser, () => authorize(typed)).catch(() => null);
    if (!opened) return false;
    browser.session = parseSessionId(opened.id);
    return true;
  }

  /** Signs in with a passkey, which proves who it is and what they have. */
  async signInWithPasskey(browser: Browser, user: User): Promise<void> {
    const { accounts } = this.services;
    const epoch = await accounts.sessions.epochOf(user);
    const fact = { type: 'passkey-sign-in-succeeded', passkeyId: 'pky-0', isNewBrowser: false } as const;
    const opened = await openSession(accounts, user, fact, this.origin, epoch);
    browser.session = opened?.session.id ?? null;
  }

  /** Who a browser is signed in as, as its next request finds it. */
  async visitorOf({ session }: Browser): Promise<SignedIn | null> {
    const { findVisitor } = await vi.importActual<Visiting>('@/lib/server/web/sessions/signed-in');
    return session && findVisitor(this.services, session);
  }
}

const actingVisitor = () => acting.visitorOf(acting.browser);

/** Once for all sites of a test file: modules that have been imported keep what stands in for others. */
function standInForServer(): void {
  vi.doMock('@/lib/server/composition/compose', () => ({ services: async () => acting.services }));
  vi.doMock('@/lib/server/web/sessions/signed-in', () => ({
    getVisitor: actingVisitor,
    getSignedIn: actingVisitor,
    isSessionLeftIdle: async () => false,
    async checkRoutePermission(permission: Permission) {
      const signedIn = await actingVisitor();
      if (!signedIn) return 401;
      return may(signedIn, permission) ? signedIn : 403;
    },
  }));
  vi.doMock('@/lib/server/web/actions/request-trace', () => ({
    requestOrigin: async () => acting.origin,
    requestTrace: async () => ({ browser: 'a browser', network: null }),
  }));
  vi.doMock('next/headers', () => ({
    headers: async () => new Headers(),
    cookies: async () => ({
      get: (name: string) => {
        const value = acting.browser.cookies.get(name);
        return value === undefined ? undefined : { value };
      },
      set: (name: string, value: string) => void acting.browser.cookies.set(name, value),
    }),
  }));
  vi.doMock('next/cache', () => ({ revalidatePath: () => undefined }));
  vi.doMock('next/server', () => ({ after: (work: () => Promise<unknown>) => void work() }));
}

/** For after the test file, whose modules the next one must not get. */
export function removeServerStandIns(): void {
  for (const path of STAND_INS) vi.doUnmock(path);
  vi.resetModules();
}

import { join } from 'node:path';
import { vi } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { may as realMay } from '@/lib/accounts/users/permission';
import { ROLES } from '@/lib/accounts/users/role';
import { systemRandom } from '@/lib/shared/random';
import { repository } from '../../support/repository';

/**
 * What an entry of the build asked for when it was called.
 * @property session whether it asked who is signed in
 * @property permission the first that it checked; null for none
 * @property proof the action that it is to the policy of proofs; null if it asked for none
 * @property budgets that it took before anything else stopped it, such as `network:link`
 */
export type Asked = { session: boolean; permission: string | null; proof: string | null; budgets: string[] };

/** Only a hang gets there. */
const PATIENCE_MS = 20_000;

/** What is found in every store and never ends would be read for ever. */
const FUEL = 2_000;

let fuel = FUEL;

const NOTHING: Asked = { session: false, permission: null, proof: null, budgets: [] };

let asked = NOTHING;
let visitor: SignedIn | null = null;
let hasProofs = false;

/** Who calls, and whether they have every proof. */
const CALLERS = [
  [null, false],
  [someone([]), false],
  [someone(ROLES), false],
  [someone(ROLES), true],
] as const;

/** @param change what stands in, made of the real module */
function mock(path: string, change: (real: never) => object): void {
  vi.doMock(path, async (original) => change(await original<never>()));
}

/**
 * Calls every entry of the build as nobody, as somebody without a role and as somebody with all of them, in a site that
 * stores nothing, and notes what each asks for. Who is signed in, what they may, their proofs and every budget are asked
 * for here instead of there, so that the note is of what the entry does and not of what is written about it.
 */
export function standInForSite(): void {
  vi.resetModules();
  vi.doMock('@/lib/composition/compose', () => ({ services: async () => anything }));
  vi.doMock('@/lib/web/sessions/signed-in', () => ({
    getVisitor: async () => note({ session: true }),
    getSignedIn: async () => note({ session: true }),
    isSessionLeftIdle: async () => false,
    endOwnSession: async () => void note({ session: true }),
    isStepUpDueFor: async () => false,
    findVisitor: async () => visitor,
    secondFactorPath: () => '/sign-in/second-factor',
    async requirePagePermission(permission: string) {
      if (note({ session: true, permission }) === null) throw new TypeError('nobody is signed in');
      return visitor;
    },
    checkRoutePermission: async (permission: string) => note({ session: true, permission }) ?? 401,
  }));
  mock('@/lib/accounts/users/permission', (real: { may: typeof realMay }) => ({
    ...real,
    may(...[requester, permission]: Parameters<typeof realMay>) {
      note({ permission });
      return real.may(requester, permission);
    },
  }));
  mock('@/lib/accounts/proofs/check-proofs', (real: object) => ({
    ...real,
    async checkProofs(_ports: unknown, _signedIn: unknown, { action }: { action: string }) {
      note({ proof: action });
      return hasProofs ? { ok: true, value: null } : { ok: false, refusal: 'step-up-required' };
    },
    proofWays: async () => ({ ways: [], trustedNext: null, codeDevices: [] }),
  }));
  // What is typed gets past every form, so that what comes after it is seen.
  mock('@/lib/web/actions/form-action', (real: { formAction: (options: object, act: unknown) => unknown }) => ({
    ...real,
    formAction(options: object, act: unknown) {
      const schema = { safeParse: () => ({ success: true, data: anything }) };
      return real.formAction({ ...options, schema }, act);
    },
  }));
  vi.doMock('@/lib/web/actions/record-refusal', () => ({ recordRefusal: async () => undefined }));
  vi.doMock('@/lib/web/actions/request-trace', () => ({
    requestOrigin: async () => ({ correlationId: 'walk', address: '192.0.2.1' }),
    requestTrace: async () => ({ browser: 'a browser', network: null }),
  }));
  vi.doMock('@/lib/image/qr-matrix', () => ({ qrMatrix: () => [] }));
  vi.doMock('@/lib/image/svg-paths', () => ({ svgPaths: () => '' }));
  vi.doMock('next/headers', () => ({ cookies: async () => anything, headers: async () => new Headers() }));
  // A page that finds nothing under its address goes on to ask who is there.
  mock('next/navigation', (real: object) => ({ ...real, notFound: () => undefined }));
  vi.doMock('next/cache', () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }));
}

export function removeStandIns(): void {
  for (const path of [
    '@/lib/composition/compose',
    '@/lib/web/sessions/signed-in',
    '@/lib/accounts/users/permission',
    '@/lib/accounts/proofs/check-proofs',
    '@/lib/web/actions/form-action',
    '@/lib/web/actions/record-refusal',
    '@/lib/web/actions/request-trace',
    '@/lib/image/qr-matrix',
    '@/lib/image/svg-paths',
    'next/headers',
    'next/cache',
    'next/navigation',
  ])
    vi.doUnmock(path);
  vi.resetModules();
}

/** @param file in the repository, with its ending @param name of the export */
export async function askedBy(file: string, name: string, lists: () => unknown[][]): Promise<Asked> {
  const exported: Record<string, unknown> = await import(join(repository, file));
  const entry = exported[name];
  if (!isFunction(entry)) throw new TypeError(`${file} exports no function ${name}`);
  asked = { ...NOTHING, budgets: [] };
  for (const [who, isProved] of CALLERS) {
    for (const args of lists()) {
      [visitor, hasProofs, fuel] = [who, isProved, FUEL];
      await Promise.race([settled(entry, args), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
    }
  }
  return { ...asked, budgets: [...new Set(asked.budgets)].toSorted() };
}

/** What browsers send to actions: a form, the secret of a link, or what a page has read from its fields. */
export function actionArguments(): unknown[][] {
  const token = 'A'.repeat(43);
  const fields = { token, code: 'ABCD-EFGH', password: 'a password', userId: 'jane.doe' };
  const form = new FormData();
  const more = { newPassword: 'a new password', newPasswordAgain: 'a new password' };
  for (const [name, text] of Object.entries({ ...fields, ...more })) form.set(name, text);
  return [[null, form], [form], [token], [fields]];
}

export const requestArguments = (): unknown[][] => {
  const request = new Request('https://tessera.example.org/', { headers: { 'content-type': 'application/json' } });
  const nextUrl = new URL(request.url);
  return [[Object.assign(request, { nextUrl }), { params: Promise.resolve(anything) }]];
};

export const pageArguments = (): unknown[][] => [
  [{ params: Promise.resolve(anything), searchParams: Promise.resolve({}) }],
];

function isFunction(entry: unknown): entry is (...args: unknown[]) => unknown {
  return typeof entry === 'function';
}

/** What it answers is not of interest here, nor how it fails in a site that stores nothing. */
async function settled(entry: (...args: unknown[]) => unknown, args: unknown[]): Promise<void> {
  try {
    await entry(...args);
  } catch {
    // Redirects end that way too.
  }
}

function note({ session, permission, proof }: { session?: true; permission?: string; proof?: string }) {
  asked.session ||= session === true;
  asked.permission ??= permission ?? null;
  asked.proof ??= proof ?? null;
  return visitor;
}

function someone(roles: readonly string[]): SignedIn {
  const now = new Date();
  const user = { userId: 'jane.doe', domain: 'example.org', displayName: 'Jane', mailAddresses: [], roles, bar: null };
  const session = {
    id: 'ses-0',
    userId: user.userId,
    domain: user.domain,
    proofs: {},
    invitationId: null,
    createdAt: now,
  };
  return { user, session, scope: { kind: 'full' } } as unknown as SignedIn;
}

/** Has every property, can be called, and is found in every store. Budgets that are taken of it are noted. */
const anything: never = new Proxy(() => undefined, {
  get(_target, property) {
    if ((fuel -= 1) < 0) throw new RangeError('this reads without end');
    if (property === 'then') return undefined;
    if (property === Symbol.toPrimitive) return () => '';
    if (property === Symbol.iterator || property === Symbol.asyncIterator) return [][Symbol.iterator].bind([]);
    return property in REAL ? REAL[property as keyof typeof REAL] : anything;
  },
  apply: () => anything,
  has: () => true,
}) as never;

const REAL = {
  clock: { now: () => new Date() },
  sessionSecret: 'a secret of the site, which native code wants as text',
  random: systemRandom,
  sha256: async (text: string) => text,
  settings: {
    domain: 'example.org',
    stepUpAgeMs: 300_000,
    organisation: 'Example',
    publicUrl: 'https://id.example.org',
  },
  rateLimiter: {
    async take(budgets: readonly { key: string }[]): Promise<null> {
      asked.budgets.push(...budgets.map(({ key }) => key.split(':').slice(0, 2).join(':')));
      return null;
    },
    reset: async () => undefined,
    giveBack: async () => undefined,
  },
};

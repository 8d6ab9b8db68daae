import { join } from 'node:path';
import { vi } from 'vitest';
import type { checkProofs as realCheckProofs, TypedProofs } from '@/lib/accounts/proofs/check-proofs';
import { PROOF_KINDS } from '@/lib/accounts/proofs/proof';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { limitOf, type Limit } from '@/lib/accounts/sign-in/limits';
import type { Budget } from '@/lib/accounts/sign-in/rate-limiter';
import type { may as realMay } from '@/lib/accounts/users/permission';
import { ROLES } from '@/lib/accounts/users/role';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE } from '@/lib/shared/time/duration';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';
import { repository } from '../../../support/repository';

/**
 * What an entry of the build asked for when it was called.
 * @property session whether it asked who is signed in
 * @property permission the first that it checked; null for none
 * @property proof the action that it is to the policy of proofs; null if it asked for none
 * @property lasts how long it took the proofs that a session has: not a millisecond longer; null if it asked for none
 * @property budgets that it took before anything else stopped it, such as `network:link`
 */
export type Asked = {
  session: boolean;
  permission: string | null;
  proof: string | null;
  lasts: 'lately' | 'in this session' | null;
  budgets: string[];
};

/** Only a hang gets there. */
const PATIENCE_MS = 20_000;

/** What is found in every store and never ends would be read for ever. */
const FUEL = 2_000;

let fuel = FUEL;

const STEP_UP_MS = 5 * MINUTE;

const clock = new FakeClock();

const NOTHING: Asked = { session: false, permission: null, proof: null, lasts: null, budgets: [] };

let asked = NOTHING;
let limiter = new MemoryRateLimiter(clock);
let taken: Budget[] = [];
/** Key of the budget that the running call was refused for. */
let refusedBy: string | null = null;
/** How often something of the site was called. */
let calls = 0;

/** @property proofsAgeMs null for a session without proofs */
type Caller = { visitor: SignedIn | null; proofsAgeMs: number | null };

const NOBODY: Caller = { visitor: null, proofsAgeMs: null };

let caller = NOBODY;

/** Of how many milliseconds the proofs were that were enough, and were not. */
let ages = { passed: new Set<number>(), refused: new Set<number>() };

const CALLERS: readonly Caller[] = [
  NOBODY,
  { visitor: someone([]), proofsAgeMs: null },
  ...[null, STEP_UP_MS, STEP_UP_MS - 1, 0].map((proofsAgeMs) => ({ visitor: someone(ROLES), proofsAgeMs })),
];

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
  vi.doMock('@/lib/server/composition/compose', () => ({ services: async () => anything }));
  vi.doMock('@/lib/server/web/sessions/signed-in', () => ({
    getVisitor: async () => note({ session: true }),
    getSignedIn: async () => note({ session: true }),
    isSessionLeftIdle: async () => false,
    endOwnSession: async () => void note({ session: true }),
    findVisitor: async () => caller.visitor,
    secondFactorPath: () => '/sign-in/second-factor',
    async requirePagePermission(permission: string) {
      if (note({ session: true, permission }) === null) throw new TypeError('nobody is signed in');
      return caller.visitor;
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
  mock(
    '@/lib/accounts/proofs/check-proofs',
    (real: { checkProofs: typeof realCheckProofs; NO_PROOFS: TypedProofs }) => ({
      ...real,
      async checkProofs(...[, signedIn, about, , origin]: Parameters<typeof realCheckProofs>) {
        note({ proof: about.action });
        const { proofsAgeMs } = caller;
        if (proofsAgeMs === null) return { ok: false, refusal: 'step-up-required' };
        const proofs = Object.fromEntries(PROOF_KINDS.map((kind) => [kind, clock.in(-proofsAgeMs)]));
        const proved = { ...signedIn, session: { ...signedIn.session, proofs } };
        const checked = await real.checkProofs(ENROLLED as never, proved, about, real.NO_PROOFS, origin);
        (checked.ok ? ages.passed : ages.refused).add(proofsAgeMs);
        return checked;
      },
    }),
  );
  mock('@/lib/accounts/proofs/prompt-for-proof', (real: object) => ({ ...real, promptForProof: async () => null }));
  // What is typed gets past every form, so that what comes after it is seen.
  mock('@/lib/server/web/actions/form-action', (real: { formAction: (options: object, act: unknown) => unknown }) => ({
    ...real,
    formAction(options: object, act: unknown) {
      const schema = { safeParse: () => ({ success: true, data: anything }) };
      return real.formAction({ ...options, schema }, act);
    },
  }));
  vi.doMock('@/lib/server/web/actions/record-refusal', () => ({ recordRefusal: async () => undefined }));
  vi.doMock('@/lib/server/web/actions/request-trace', () => ({
    requestOrigin: async () => ({ correlationId: 'walk', address: '192.0.2.1' }),
    requestTrace: async () => ({ browser: 'a browser', network: null }),
  }));
  vi.doMock('@/lib/wire/image/qr-matrix', () => ({ qrMatrix: () => [] }));
  vi.doMock('@/lib/wire/image/svg-paths', () => ({ svgPaths: () => '' }));
  vi.doMock('next/headers', () => ({ cookies: async () => anything, headers: async () => new Headers() }));
  mock('@/lib/server/web/sessions/browser-secret-cookie', (real: { phoneSignInCookie: object }) => ({
    ...real,
    phoneSignInCookie: { ...real.phoneSignInCookie, read: async () => 'A'.repeat(43) },
  }));
  // A page that finds nothing under its address goes on to ask who is there.
  mock('next/navigation', (real: object) => ({ ...real, notFound: () => undefined }));
  vi.doMock('next/cache', () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }));
}

export function removeStandIns(): void {
  for (const path of [
    '@/lib/server/composition/compose',
    '@/lib/server/web/sessions/signed-in',
    '@/lib/accounts/users/permission',
    '@/lib/accounts/proofs/check-proofs',
    '@/lib/server/web/actions/form-action',
    '@/lib/server/web/actions/record-refusal',
    '@/lib/server/web/actions/request-trace',
    '@/lib/server/web/sessions/browser-secret-cookie',
    '@/lib/wire/image/qr-matrix',
    '@/lib/wire/image/svg-paths',
    'next/headers',
    'next/cache',
    'next/navigation',
  ])
    vi.doUnmock(path);
  vi.resetModules();
}

/** @param file in the repository, with its ending @param name of the export */
export async function askedBy(file: string, name: string, lists: () => unknown[][]): Promise<Asked> {
  const entry = await entryOf(file, name);
  asked = { ...NOTHING, budgets: [] };
  ages = { passed: new Set(), refused: new Set() };
  for (const one of CALLERS) {
    for (const args of lists()) {
      limiter = new MemoryRateLimiter(clock);
      await call(entry, one, args);
    }
  }
  return { ...asked, lasts: lasting(), budgets: [...new Set(asked.budgets)].toSorted() };
}

function lasting(): Asked['lasts'] {
  const { passed, refused } = ages;
  if (passed.size + refused.size === 0) return null;
  if (!passed.has(0) || !passed.has(STEP_UP_MS - 1)) throw new Error('fresh proofs are refused');
  if (refused.size === 0) return 'in this session';
  if (refused.has(STEP_UP_MS) && !passed.has(STEP_UP_MS)) return 'lately';
  throw new Error('the same proofs are enough and are not');
}

/** How an entry meets the end of a budget. */
export type Spent = { lastPasses: boolean; nextIsRefused: boolean; passesInNextWindow: boolean };

/** Uses up each budget that an entry takes, one after the other, and lets its window pass. */
export async function spendBudgets(
  file: string,
  name: string,
  lists: () => unknown[][],
): Promise<Partial<Record<Limit, Spent>>> {
  const entry = await entryOf(file, name);
  const found = new Map<Limit, { budget: Budget; one: Caller; index: number }>();
  for (const one of CALLERS) {
    for (const [index, args] of lists().entries()) {
      limiter = new MemoryRateLimiter(clock);
      await call(entry, one, args);
      for (const budget of taken)
        if (!found.has(limitOf(budget.key))) found.set(limitOf(budget.key), { budget, one, index });
    }
  }
  const spent: Partial<Record<Limit, Spent>> = {};
  for (const [limit, { budget, one, index }] of found) {
    const again = async () => {
      const answer = await call(entry, one, lists()[index] ?? []);
      return { isRefused: refusedBy === budget.key, said: `${calls} ${answer}` };
    };
    limiter = new MemoryRateLimiter(clock);
    const usual = await again();
    limiter = new MemoryRateLimiter(clock);
    for (let used = 0; used < budget.attempts - 1; used++) await limiter.take([budget]);
    const last = await again();
    // A right password gives its attempt back.
    while ((await limiter.take([budget])) === null) continue;
    const over = await again();
    clock.pass(budget.windowMs);
    const later = await again();
    spent[limit] = {
      lastPasses: !last.isRefused && last.said === usual.said,
      nextIsRefused: over.isRefused && over.said !== usual.said,
      passesInNextWindow: !later.isRefused,
    };
  }
  return spent;
}

type Entry = (...args: unknown[]) => unknown;

async function entryOf(file: string, name: string): Promise<Entry> {
  const exported: Record<string, unknown> = await import(join(repository, file));
  const entry = exported[name];
  if (!isFunction(entry)) throw new TypeError(`${file} exports no function ${name}`);
  return entry;
}

async function call(entry: Entry, one: Caller, args: unknown[]): Promise<string> {
  [caller, fuel, taken, refusedBy, calls] = [one, FUEL, [], null, 0];
  return Promise.race([
    settled(entry, args),
    new Promise<string>((done) => setTimeout(() => done('hangs'), PATIENCE_MS).unref()),
  ]);
}

/** What browsers send to actions: a form, the secret of a link, or what a page has read from its fields. */
export function actionArguments(): unknown[][] {
  const token = 'A'.repeat(43);
  const fields = { token, code: 'ABCD-EFGH', password: 'a password', userId: 'jane.doe' };
  const form = new FormData();
  const more = { newPassword: 'a new password', newPasswordAgain: 'a new password', instanceId: 'VDS1000042-1' };
  for (const [name, text] of Object.entries({ ...fields, ...more })) form.set(name, text);
  return [[null, form], [form], [token], [fields], [token, fields], [token, '123456', fields.userId]];
}

export const requestArguments = (): unknown[][] => {
  const request = new Request('https://tessera.example.org/', { headers: { 'content-type': 'application/json' } });
  const nextUrl = new URL(request.url);
  return [[Object.assign(request, { nextUrl }), { params: Promise.resolve(anything) }]];
};

export const pageArguments = (): unknown[][] => [
  [{ params: Promise.resolve(anything), searchParams: Promise.resolve({}) }],
];

function isFunction(entry: unknown): entry is Entry {
  return typeof entry === 'function';
}

/** Its answer in outline. How it fails in a site that stores nothing is not of interest here. */
async function settled(entry: Entry, args: unknown[]): Promise<string> {
  try {
    const answer = await entry(...args);
    if (answer instanceof Response) return `${answer.status}`;
    const { status, code, ok } = Object(answer) as { status?: unknown; code?: unknown; ok?: unknown };
    return [status, code, ok].map((part) => (typeof part === 'function' ? 'anything' : part)).join(' ');
  } catch (error) {
    // Redirects end that way too.
    return error instanceof Error ? error.message : '';
  }
}

function note({ session, permission, proof }: { session?: true; permission?: string; proof?: string }) {
  asked.session ||= session === true;
  asked.permission ??= permission ?? null;
  asked.proof ??= proof ?? null;
  return caller.visitor;
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
  apply() {
    calls += 1;
    return anything;
  },
  has: () => true,
}) as never;

/** For somebody who has a device, at the level that sites have by default. */
const ENROLLED = {
  clock,
  settings: { stepUpAgeMs: STEP_UP_MS },
  staff: { level: 'standard', isExempt: () => false },
  staffEnrolment: { isOpen: async () => true },
  passkeys: { store: { list: async () => [] } },
  devices: { hasAny: async () => true },
  heldInvitations: { isHeldBy: async () => false },
  vouchers: { find: async () => null },
  audit: { append: async () => undefined },
};

const REAL = {
  clock,
  sessionSecret: 'a secret of the site, which native code wants as text',
  random: systemRandom,
  // Of a device that somebody makes theirs.
  serialNumber: '0097000001',
  newPin: '24680',
  newPinAgain: '24680',
  // Of a gateway whose phones can be asked.
  callerCheck: true,
  settings: {
    domain: 'example.org',
    stepUpAgeMs: STEP_UP_MS,
    organisation: 'Example',
    publicUrl: 'https://id.example.org',
  },
  rateLimiter: {
    async take(budgets: readonly Budget[]) {
      asked.budgets.push(...budgets.map(({ key }) => limitOf(key)));
      taken.push(...budgets);
      const refusal = await limiter.take(budgets);
      refusedBy ??= refusal?.key ?? null;
      return refusal;
    },
    refuseAtOnce: (budgets: readonly Budget[]) => limiter.refuseAtOnce(budgets),
    reset: (budgets: readonly Budget[]) => limiter.reset(budgets),
    giveBack: (budgets: readonly Budget[]) => limiter.giveBack(budgets),
  },
};

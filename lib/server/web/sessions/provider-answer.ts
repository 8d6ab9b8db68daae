import 'server-only';
import type { NextRequest } from 'next/server';
import type { User as NextAuthUser } from 'next-auth';
import { enterWithProvider } from '../../../accounts/provider/enter-with-provider';
import {
  giveProviderAttemptBack,
  refuseProviderAnswer,
  takeProviderAttempt,
} from '../../../accounts/provider/refuse-provider-answer';
import type { SignedIn } from '../../../accounts/sessions/session';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { services, type Services } from '../../composition/compose';
import type { ProviderMetadata } from '../../../accounts/identity-provider/discover-provider';
import { ANSWERED_LATELY_MS } from '../../../accounts/identity-provider/open-id-provider';
import { readClaims } from '../../../accounts/identity-provider/read-claims';
import { refuse, type Result } from '../../../shared/result';
import { requestOrigin } from '../actions/request-trace';
import { NO_STORE } from '../answers/uncached';
import { readKnownBrowser, rememberBrowser } from './known-browser-cookie';
import type { Claims } from './oidc-provider';
import { sessionCookies } from './session-cookie';
import { getSignedIn } from './signed-in';

/**
 * What next-auth and this site tell each other in one request that concerns the provider.
 * @property metadata null if the provider could not be asked
 * @property failure why next-auth refused the provider's answer; null if it did not
 * @property outcome what the use case said; null if it was not reached
 */
export type ProviderStep = {
  metadata: ProviderMetadata | null;
  failure: Error | null;
  outcome: Result<SignedIn, string> | null;
};

/** What of next-auth's and Node.js's errors says that the provider did not do its part, and nothing about the answer. */
const OUTAGE =
  /timed out|took too long|answered too much|got: 5\d\d|server_error|temporarily_unavailable|socket hang up/;

/**
 * Answers a request that concerns the OpenID provider. Whoever comes back without a session reads why on the sign-in page;
 * next-auth would tell codes of its own.
 * @param answer next-auth's
 */
export async function answerForProvider(
  request: NextRequest,
  isCallback: boolean,
  answer: (step: ProviderStep) => Promise<Response>,
): Promise<Response> {
  const app = await services();
  const { accounts, metrics } = app;
  const step: ProviderStep = { metadata: await discover(app, isCallback), failure: null, outcome: null };
  if (!isCallback) return answer(step);
  const origin = await requestOrigin();
  if (!(await takeProviderAttempt(accounts, origin))) return leadBack(app, request, 'too-many-attempts', new Headers());
  const response = await answer(step);
  const outcome = step.outcome ?? (await refuseUnverified(app, request, step));
  metrics.signIns.inc({ outcome: outcome.ok ? 'succeeded' : outcome.refusal });
  if (!outcome.ok) return leadBack(app, request, outcome.refusal, response.headers);
  await giveProviderAttemptBack(accounts, origin);
  return response;
}

/** next-auth's callback `signIn`: opens the session of verified claims, and names it as next-auth's user. */
export async function enterByClaims(step: ProviderStep, claims: Claims, user: NextAuthUser): Promise<true | string> {
  const app = await services();
  step.outcome = await enter(app, claims).catch((error: unknown) => {
    app.logger.error({ err: error }, 'a sign-in could not be carried out');
    return refuse('unavailable');
  });
  if (!step.outcome.ok) return '/sign-in';
  user.id = step.outcome.value.session.id;
  return true;
}

async function enter(app: Services, claims: Claims): Promise<Result<SignedIn, string>> {
  const { accounts, identityProvider } = app;
  const origin = await requestOrigin();
  const identity = identityProvider && readClaims(identityProvider.config, claims, accounts.clock.now());
  if (!identity) return refuseProviderAnswer(accounts, 'not-verified', null, origin);
  const [current, knownBrowser] = await Promise.all([getSignedIn(), readKnownBrowser(app)]);
  const isKnownTo = ({ userId }: UserKey) => knownBrowser(userId) !== null;
  const entry = await enterWithProvider(accounts, identity, { current, isKnownTo }, origin);
  if (entry.ok) await rememberBrowser(app, entry.value.user);
  else if (entry.refusal === 'provider-no-user-id') {
    const { userClaim: claim } = identityProvider.config;
    const problem = claim in claims ? 'holds no user ID of this site' : 'is missing';
    app.logger.info({ claim, problem }, 'an OpenID provider named no user ID, so nobody could sign in');
  }
  return entry;
}

async function discover({ identityProvider, logger }: Services, isCallback: boolean): Promise<ProviderMetadata | null> {
  try {
    return (await identityProvider?.discover(isCallback ? undefined : ANSWERED_LATELY_MS)) ?? null;
  } catch (error) {
    logger.warn({ err: error }, 'the OpenID provider failed');
    return null;
  }
}

async function refuseUnverified(
  { accounts, logger }: Services,
  request: NextRequest,
  { metadata, failure }: ProviderStep,
): Promise<{ ok: false; refusal: string }> {
  const reason = failure?.message.slice(0, 300) ?? 'no claims';
  logger.warn({ reason }, 'an answer of the OpenID provider was refused');
  const code = failure && 'code' in failure ? String(failure.code) : '';
  if (metadata === null || /^E[A-Z]+$/.test(code) || OUTAGE.test(reason)) return refuse('provider-unavailable');
  const problem = request.nextUrl.searchParams.has('error') ? 'refused-there' : 'not-verified';
  return refuseProviderAnswer(accounts, problem, null, await requestOrigin());
}

/** To the sign-in page, which says why, and goes on to where the person wanted. @param headers of next-auth's answer */
function leadBack({ config }: Services, request: NextRequest, refusal: string, headers: Headers): Response {
  const wanted = request.cookies.get(sessionCookies(config.isHttps).callbackUrl.name)?.value ?? '/';
  const { pathname, search } = new URL(wanted, config.publicUrl);
  const to = new Headers({ ...NO_STORE });
  for (const cookie of headers.getSetCookie()) to.append('set-cookie', cookie);
  const next = pathname.startsWith('/sign-in') && !pathname.startsWith('/sign-in/') ? '/' : `${pathname}${search}`;
  to.set('location', `/sign-in?${new URLSearchParams({ error: refusal, next }).toString()}`);
  return new Response(null, { status: 302, headers: to });
}

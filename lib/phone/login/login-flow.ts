import type { LoginPurpose } from '../../wire/crypto/messages/login-request-message';
import type { Bytes } from '../../shared/bytes';
import type { UsableAccount } from '../accounts/account';
import type { GatewayFailureCode } from '../gateway-failure';
import type { LoginAnswer, LoginDevice, LoginRefusal, LoginRequest, LoginSource } from './login-steps';

export type LoginFailure =
  | LoginRefusal
  | 'gateway-not-genuine'
  /** The user did not answer in time. */
  | 'expired'
  /** The request was cancelled on the website, or expired, after this phone had read it. */
  | 'ended-meanwhile'
  /** The same, when the answer was a `not-me` report, which did not arrive. */
  | 'not-reported'
  /** A retry of the number was refused, but the first try, whose answer was lost, may have worked. */
  | 'outcome-unknown';

type ChoosingAccount = { state: 'choosing-account'; source: LoginSource; accounts: readonly UsableAccount[] };
/** The PIN comes before the request, because reading the request consumes it. */
type Unlocking = { state: 'unlocking'; source: LoginSource; account: UsableAccount };
type Fetching = { state: 'fetching'; source: LoginSource; device: LoginDevice };
/** `answerUntil`: milliseconds since 1970, by the phone's clock. */
type Deciding = { state: 'deciding'; login: LoginRequest; answerUntil: number };
type Answering = { state: 'answering'; login: LoginRequest; answer: LoginAnswer; isRepeated: boolean };
/** The gateway did not answer. The user can repeat the call. */
type Stalled = { state: 'stalled'; during: Fetching | Answering; failure: GatewayFailureCode };
type Answered = { state: 'answered'; login: LoginRequest; answer: LoginAnswer };
/** `purpose` is null when the request was not read. */
type Failed = { state: 'failed'; failure: LoginFailure; purpose: LoginPurpose | null };

/** A sign-in or a caller check on the phone: one state for each screen. */
export type LoginFlow = ChoosingAccount | Unlocking | Fetching | Deciding | Answering | Stalled | Answered | Failed;

export type LoginEvent =
  /** `instanceKey` is null while the account is locked. */
  | { type: 'account-chosen'; account: UsableAccount; instanceKey: Bytes | null }
  | { type: 'opened'; instanceKey: Bytes }
  | { type: 'fetched'; login: LoginRequest; answerUntil: number }
  | { type: 'time-over' }
  | { type: 'answer-given'; answer: LoginAnswer }
  | { type: 'answer-taken' }
  /** `isRepeated`: the phone retried the call after a lost answer. */
  | { type: 'refused'; failure: LoginRefusal | 'gateway-not-genuine'; isRepeated?: boolean }
  | { type: 'gateway-failed'; failure: GatewayFailureCode }
  | { type: 'tried-again' };

/**
 * @param accounts that can answer, at least one
 * @param keys of unlocked accounts, by instance identifier
 * @throws RangeError when there is no account
 */
export function startLogin(
  source: LoginSource,
  accounts: readonly UsableAccount[],
  keys: ReadonlyMap<string, Bytes>,
): LoginFlow {
  const [account, ...others] = accounts;
  if (!account) throw new RangeError('a login needs an account');
  if (others.length > 0) return { state: 'choosing-account', source, accounts };
  return openOrFetch(source, account, keyWithoutPin(source, keys.get(account.instanceId)));
}

/** Returns the next state. An event that does not fit the state, such as a late answer, changes nothing. */
export function reduceLogin(flow: LoginFlow, event: LoginEvent): LoginFlow {
  switch (event.type) {
    case 'account-chosen':
      return flow.state === 'choosing-account'
        ? openOrFetch(flow.source, event.account, keyWithoutPin(flow.source, event.instanceKey))
        : flow;
    case 'opened':
      return flow.state === 'unlocking' ? openOrFetch(flow.source, flow.account, event.instanceKey) : flow;
    case 'fetched': {
      const { login, answerUntil } = event;
      if (flow.state !== 'fetching') return flow;
      // The press on the sign-in page and the PIN have decided, and the link has the number.
      if (flow.source.way === 'link')
        return { state: 'answering', login, answer: { number: flow.source.number }, isRepeated: false };
      return { state: 'deciding', login, answerUntil };
    }
    case 'time-over':
      return flow.state === 'deciding' ? failed('expired', flow.login) : flow;
    case 'answer-given':
      return flow.state === 'deciding'
        ? { state: 'answering', login: flow.login, answer: event.answer, isRepeated: false }
        : flow;
    case 'answer-taken':
      return flow.state === 'answering' ? answered(flow) : flow;
    case 'refused':
      if (flow.state === 'fetching') return failed(event.failure, null);
      if (flow.state !== 'answering') return flow;
      return answerRefused({ ...flow, isRepeated: flow.isRepeated || event.isRepeated === true }, event.failure);
    case 'gateway-failed':
      return flow.state === 'fetching' || flow.state === 'answering'
        ? { state: 'stalled', during: flow, failure: event.failure }
        : flow;
    case 'tried-again':
      if (flow.state !== 'stalled') return flow;
      return flow.during.state === 'answering' ? { ...flow.during, isRepeated: true } : { ...flow.during };
  }
}

/** Whether leaving would lose something: the gateway was called, and the login has not ended. */
export function isLoginUnderWay({ state }: LoginFlow): boolean {
  return state === 'fetching' || state === 'deciding' || state === 'answering' || state === 'stalled';
}

/** The PIN is what says yes to a link. */
function keyWithoutPin({ way }: LoginSource, unlocked: Bytes | null | undefined): Bytes | null {
  return way === 'link' ? null : (unlocked ?? null);
}

function openOrFetch(source: LoginSource, account: UsableAccount, instanceKey: Bytes | null): LoginFlow {
  if (!instanceKey) return { state: 'unlocking', source, account };
  const { instanceId, userId, domain } = account;
  return { state: 'fetching', source, device: { instanceId, userId, domain, instanceKey } };
}

function answered({ login, answer }: Answering): Answered {
  return { state: 'answered', login, answer };
}

function failed(failure: LoginFailure, login: LoginRequest | null): Failed {
  return { state: 'failed', failure, purpose: login && login.request.purpose };
}

function answerRefused(flow: Answering, failure: LoginRefusal | 'gateway-not-genuine'): LoginFlow {
  if (failure !== 'login-not-found') return failed(failure, flow.login);
  switch (flow.answer) {
    case 'cancelled':
      // The request has ended, which is what the user wanted.
      return answered(flow);
    case 'not-me':
      return failed('not-reported', flow.login);
    default:
      return failed(flow.isRepeated ? 'outcome-unknown' : 'ended-meanwhile', flow.login);
  }
}

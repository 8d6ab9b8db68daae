import type { LoginPurpose } from '../../crypto/messages/login-request-message';
import type { Bytes } from '../../shared/bytes';
import type { UsableAccount } from '../accounts/account';
import type { GatewayFailureCode } from '../gateway-failure';
import type { LoginAnswer, LoginDevice, LoginRefusal, LoginRequest, LoginSource } from './login-steps';

export type LoginFailure =
  | LoginRefusal
  | 'gateway-not-genuine'
  /** Nothing was answered in time. */
  | 'expired'
  /** The gateway knows the request no more, although this phone had read it: cancelled on the website, or too late. */
  | 'ended-meanwhile'
  /** The same, when what did not arrive is the report that it was somebody else. */
  | 'not-reported'
  /** The number was sent again because the answer was lost, and was then refused: it may have worked the first time. */
  | 'outcome-unknown';

type ChoosingAccount = { state: 'choosing-account'; source: LoginSource; accounts: readonly UsableAccount[] };
/** The PIN comes before the request, because reading the request uses it up. */
type Unlocking = { state: 'unlocking'; source: LoginSource; account: UsableAccount };
type Fetching = { state: 'fetching'; source: LoginSource; device: LoginDevice };
/** `answerUntil` in milliseconds since 1970, by the phone's clock. */
type Deciding = { state: 'deciding'; login: LoginRequest; answerUntil: number };
type Answering = { state: 'answering'; login: LoginRequest; answer: LoginAnswer; isRepeated: boolean };
/** The gateway did not answer; the same can be asked again. */
type Stalled = { state: 'stalled'; during: Fetching | Answering; failure: GatewayFailureCode };
/** The gateway has taken the answer. */
type Answered = { state: 'answered'; login: LoginRequest; answer: LoginAnswer };
/** `purpose` is null when it was not learned what is asked for. */
type Failed = { state: 'failed'; failure: LoginFailure; purpose: LoginPurpose | null };

/** A sign-in to the website on the phone, or a question of the helpdesk's: one state for each screen. */
export type LoginFlow = ChoosingAccount | Unlocking | Fetching | Deciding | Answering | Stalled | Answered | Failed;

export type LoginEvent =
  /** `instanceKey` is null when the account has not been opened yet. */
  | { type: 'account-chosen'; account: UsableAccount; instanceKey: Bytes | null }
  | { type: 'opened'; instanceKey: Bytes }
  | { type: 'fetched'; login: LoginRequest; answerUntil: number }
  | { type: 'time-over' }
  | { type: 'answer-given'; answer: LoginAnswer }
  | { type: 'answer-taken' }
  /** `isRepeated`: the phone has asked again by itself. */
  | { type: 'refused'; failure: LoginRefusal | 'gateway-not-genuine'; isRepeated?: boolean }
  | { type: 'gateway-failed'; failure: GatewayFailureCode }
  | { type: 'tried-again' };

/**
 * @param accounts those that could answer, at least one
 * @param keys of accounts that have been opened already, by instance identifier
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
  return openOrFetch(source, account, keys.get(account.instanceId) ?? null);
}

/** The next state; an event that does not fit the state, such as a late answer, changes nothing. */
export function reduceLogin(flow: LoginFlow, event: LoginEvent): LoginFlow {
  switch (event.type) {
    case 'account-chosen':
      return flow.state === 'choosing-account' ? openOrFetch(flow.source, event.account, event.instanceKey) : flow;
    case 'opened':
      return flow.state === 'unlocking' ? openOrFetch(flow.source, flow.account, event.instanceKey) : flow;
    case 'fetched': {
      const { login, answerUntil } = event;
      return flow.state === 'fetching' ? { state: 'deciding', login, answerUntil } : flow;
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

/** Whether something would be lost with it: the gateway has been asked, and it has not come to an end. */
export function isLoginUnderWay({ state }: LoginFlow): boolean {
  return state === 'fetching' || state === 'deciding' || state === 'answering' || state === 'stalled';
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
      // What was to be ended has ended.
      return answered(flow);
    case 'not-me':
      return failed('not-reported', flow.login);
    default:
      return failed(flow.isRepeated ? 'outcome-unknown' : 'ended-meanwhile', flow.login);
  }
}

import 'server-only';
import { may, type Permission } from '../../../accounts/users/permission';
import type { SessionId, SignedIn } from '../../../accounts/sessions/session';
import type { Services } from '../../composition/compose';
import { sessionChangeKey } from '../../../shared/changes/change-feed';
import type { Hold } from '../../../shared/changes/follow-changes';
import { findVisitor } from '../sessions/signed-in';
import { countRefusal } from '../actions/record-refusal';
import { readCookie } from '../../../shared/read-cookie';
import { sessionCookies, sessionIdFromCookie } from '../sessions/session-cookie';
import type { LongPollAnswer, LongPollRequest } from './long-poll';

/** Name and encryption key of the session cookie. */
export type SessionSettings = Pick<Services, 'sessionSecret'> & { config: Pick<Services['config'], 'isHttps'> };

/** The session that a poll names, valid or not; null without one. */
export async function sessionIdOf(
  { config, sessionSecret }: SessionSettings,
  { header }: LongPollRequest,
): Promise<SessionId | null> {
  const token = readCookie(header('cookie'), sessionCookies(config.isHttps).sessionToken.name);
  return token === null ? null : sessionIdFromCookie(token, sessionSecret);
}

/**
 * Answers a signed-in user with this permission. Both are checked before and after the wait, because they may be lost
 * meanwhile; the wait ends with the session.
 * @param answer 404 when the resource does not exist
 */
export async function answerPermitted(
  services: Services,
  request: LongPollRequest,
  permission: Permission,
  hold: Hold,
  answer: (signedIn: SignedIn, hold: Hold) => Promise<LongPollAnswer>,
): Promise<LongPollAnswer> {
  const id = await sessionIdOf(services, request);
  const check = async () => {
    const visitor = id && (await findVisitor(services, id));
    if (!visitor) return 401;
    if (may(visitor, permission)) return visitor;
    await countRefusal(services, visitor, permission, request.origin);
    return 403;
  };
  const before = await check();
  if (typeof before === 'number') return before;
  const abortController = new AbortController();
  const unsubscribe = await services.changeFeed.subscribe(sessionChangeKey(before.session.id), () =>
    abortController.abort(),
  );
  try {
    const longPollAnswer = await answer(before, (holder) => {
      const until = hold(holder);
      const end = () => abortController.abort(until.reason);
      if (until.aborted) end();
      else until.addEventListener('abort', end, { once: true });
      return abortController.signal;
    });
    const after = await check();
    return typeof after === 'number' ? after : longPollAnswer;
  } finally {
    unsubscribe();
  }
}

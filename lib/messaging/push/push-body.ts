import { translate } from '../../shared/language/translate';
import type { Language } from '../../shared/language';
import type { Message } from '../../shared/language/t';
import { isRequestPush, type PushContent, type PushKind } from '../phone-alerts/phone-alert';

/** They may appear on a locked screen: no name, no address, no number. */
const WORDS = {
  'push-sign-in': { title: 'Somebody is signing in', body: 'Open the app to answer.' },
  'push-request': { title: 'A request is waiting', body: 'Open the app to answer.' },
  'push-ended': { title: 'This request has ended', body: 'There is nothing left to do.' },
  'push-frozen': { title: 'Your account was frozen', body: 'Open the app to see what to do.' },
  'push-reissue': {
    title: 'The helpdesk is setting up a new phone for you',
    body: 'They say that they called you. Wasn’t you? Open this to stop it.',
  },
  'push-test': { title: 'Notifications work', body: 'You asked for this test.' },
} as const satisfies Record<PushKind, { title: Message; body: Message }>;

/**
 * Content of a push message: a declarative one (Push API, WebKit 18.4), which a browser shows by itself where the worker is gone,
 * and which the worker shows where there is one, because it is `mutable`.
 * @param site its public address, without a slash at the end
 */
export function writePush({ kind, id, notMe }: PushContent, language: Language, site: string): string {
  const { title, body } = WORDS[kind];
  const isRequest = isRequestPush(kind);
  const loginRequest = isRequest || kind === 'push-ended' ? id : null;
  return JSON.stringify({
    web_push: 8030,
    mutable: true,
    ...(isRequest && { app_badge: 1 }),
    notification: {
      title: translate(language, title),
      body: translate(language, body),
      lang: language,
      navigate: site + (notMe === undefined ? appPath(loginRequest) : `/not-me#${notMe}`),
      tag: loginRequest === null ? kind : `login-request-${loginRequest}`,
      icon: `${site}/authenticator/icon-192.png`,
      requireInteraction: isRequest || notMe !== undefined,
      silent: kind === 'push-ended',
      data: { kind, loginRequest, ...(notMe !== undefined && { notMe }) },
    },
  });
}

function appPath(loginRequest: string | null): string {
  return `/authenticator${loginRequest === null ? '' : `#login-request=${loginRequest}`}`;
}

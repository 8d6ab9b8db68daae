import { webhook, type NewMessage } from '../../../messaging/new-message';
import type { NewNotice } from '../../../messaging/notices/account-notice';
import { UNKNOWN_BROWSER } from '../../../shared/request-origin';
import type { ClosedCase, OpenCase } from './safety-case';

/**
 * Tells every address of a case's user that it was opened. A notice of its own, and none that follows from the record,
 * because it has a link: what the case closes is often the sign-in itself.
 * @param instanceId the device that was locked; null for none, or for all
 */
export function caseNotice(
  { userId, domain, about, openedAt, reference, trace }: OpenCase,
  notMeUrl: string,
  at: Date = openedAt,
  instanceId: string | null = null,
): NewNotice {
  const browser = trace.browser === UNKNOWN_BROWSER ? null : trace.browser;
  const what = about === 'frozen' ? 'frozen' : 'phone-lost';
  const notice = { what, at, instanceId, name: null, browser, network: trace.network, by: 'user' } as const;
  return { channel: 'notice', user: { userId, domain }, alsoTo: [], notice: { ...notice, reference, notMeUrl } };
}

/** For other systems: the reference is what the person reads out to the helpdesk, and opens nothing. */
export function caseOpened({ userId, domain, reference, about, openedAt: at }: OpenCase): NewMessage {
  return webhook({ type: 'case-opened', userId, domain, at, reference, about }, reference);
}

export function caseClosed({ userId, domain, reference, closedAt: at, closedBy }: ClosedCase): NewMessage {
  return webhook({ type: 'case-closed', userId, domain, at, reference, closedBy }, reference);
}

import { useEffect, useRef, useState } from 'react';
import type { Account } from '@/lib/phone/accounts/account';
import { fetchLoginRequests } from '@/lib/phone/login/fetch-login-requests';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { followLoginRequests } from './follow-login-requests';
import { closeLoginNotification, mayNotify, showLoginNotification, tidyNotifications } from './login-notification';
import type { Phone } from '../phone';
import { usableAccounts } from '../accounts/use-accounts';
import { inBackground } from '@/components/site/feedback/perform';

const NONE: readonly PushedLogin[] = [];

function isOver({ readUntil }: PushedLogin): boolean {
  return readUntil <= Date.now();
}

/**
 * The sign-ins that wait for the phone's accounts, newest first, whether they may notify or not; null until the first poll.
 * Where no account may, a hidden app does not poll.
 */
export function useLoginRequests(phone: Phone, accounts: readonly Account[]): readonly PushedLogin[] | null {
  const listening = usableAccounts(accounts).filter(({ notifications }) => notifications !== 'not-offered');
  const isListening = listening.length > 0;
  const notifying = useRef<ReadonlySet<string>>(new Set());
  const [requests, setRequests] = useState<readonly PushedLogin[] | null>(null);

  useEffect(() => {
    const on = usableAccounts(accounts).filter(({ notifications }) => notifications === 'on');
    notifying.current = new Set(on.map(({ instanceId }) => instanceId));
  }, [accounts]);

  useEffect(() => {
    if (!isListening) return undefined;
    return followLoginRequests(
      {
        ...browserEnvironment,
        ask: async (knownKeys, signal) =>
          fetchLoginRequests(await phone.gateway(), phone.notificationId, knownKeys, Date.now, signal),
        mayNotify: () => notifying.current.size > 0 && mayNotify(),
        announce(request) {
          if (notifying.current.has(request.instanceId)) inBackground(showLoginNotification(request));
        },
        retract: (request) => inBackground(closeLoginNotification(request)),
      },
      setRequests,
    );
  }, [phone, isListening]);

  useEffect(() => {
    if (requests) inBackground(tidyNotifications(requests));
  }, [requests]);

  useEffect(() => {
    const ends = Math.min(...(requests ?? []).map(({ readUntil }) => readUntil));
    if (ends === Number.POSITIVE_INFINITY) return undefined;
    const forget = () => {
      for (const request of requests?.filter(isOver) ?? []) inBackground(closeLoginNotification(request));
      setRequests((pushedLogins) => pushedLogins?.filter((request) => !isOver(request)) ?? null);
    };
    const timer = setTimeout(forget, ends - Date.now());
    return () => clearTimeout(timer);
  }, [requests]);

  if (!isListening) return NONE;
  if (!requests) return null;
  const answerable = requests.filter(({ instanceId }) =>
    listening.some((account) => account.instanceId === instanceId),
  );
  // Several accounts may be able to answer the same request; one entry is enough.
  return answerable.filter(({ id }, index) => answerable.findIndex((other) => other.id === id) === index);
}

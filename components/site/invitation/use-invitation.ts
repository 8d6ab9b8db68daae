'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { inBackground } from '@/components/site/feedback/perform';
import type { InvitationPreview } from '@/lib/helpdesk/invitations/open-invitation';
import type { InvitationMoves, InvitationRefusal } from './invitation-moves';
import { forgetLinkToken, takeLinkToken } from './take-link-token';
import { askForSession } from '@/components/site/sessions/ask-for-session';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import { pollStatus } from '@/components/site/following/poll-status';
import type { ReadOutStatus } from '@/lib/helpdesk/invitations/read-out/follow-read-out';

const READ_OUT: FollowedKind<ReadOutStatus, 'over'> = {
  name: 'read-out',
  address: (id) => `/api/invitation/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'over', 403: 'over', 404: 'over' },
  isStatus: (body): body is ReadOutStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting',
};

export type InvitationView =
  | { stage: 'reading' }
  | { stage: 'asking'; door: InvitationPreview; problem: InvitationRefusal | null }
  /** The page shows the code for the caller to read out, and waits. */
  | { stage: 'read-out'; code: string; isReconnecting: boolean }
  | { stage: 'entering' }
  | { stage: 'refused'; code: InvitationRefusal };

/** Problems that the visitor can correct in the form. */
const RETRIES = new Set<InvitationRefusal>([
  'wrong-code',
  'wrong-password',
  'proof-missing',
  'too-many-attempts',
  'too-busy',
  'unreachable',
]);

/** Refusals after which the same link may still open. */
const STILL_OPENS = new Set<InvitationRefusal>([
  'wrong-user',
  'too-many-attempts',
  'too-busy',
  'unreachable',
  'unavailable',
  'not-let-in',
]);

const PURPOSE = 'invitation';
const UNREACHABLE = { ok: false, code: 'unreachable' } as const;

export type TypedProof = { code: string; password: string };

/** Reads the token of the page's link, and lets the visitor in once they have proved who they are. */
export function useInvitation(moves: InvitationMoves, nextPath: string) {
  const [view, setView] = useState<InvitationView>({ stage: 'reading' });
  // The functions of the first render: after a server action the page renders again and passes new ones, which would
  // run the effect again.
  const [{ look, open, showReadOut }] = useState(moves);
  const token = useRef<string | null>(null);
  const waiting = useRef<AbortController | null>(null);

  const refuse = useCallback((code: InvitationRefusal) => {
    if (!STILL_OPENS.has(code)) forgetLinkToken(PURPOSE);
    setView({ stage: 'refused', code });
  }, []);

  useEffect(() => {
    let isGone = false;
    token.current = takeLinkToken(PURPOSE);
    async function read(): Promise<void> {
      const answer = token.current === null ? null : await look(token.current, false).catch(() => UNREACHABLE);
      if (isGone) return;
      if (!answer) refuse('no-link');
      else if (answer.ok) setView({ stage: 'asking', door: answer.door, problem: null });
      else refuse(answer.code);
    }
    inBackground(read());
    return () => {
      isGone = true;
      waiting.current?.abort();
    };
  }, [look, refuse]);

  const enter = useCallback(
    async (needsSession: boolean) => {
      setView({ stage: 'entering' });
      const session = needsSession ? await openInvitedSession() : 'signed-in';
      if (session !== 'signed-in') return refuse(session);
      forgetLinkToken(PURPOSE);
      // A full navigation drops the router's cache, which may hold pages of a previous user.
      window.location.assign(nextPath);
    },
    [nextPath, refuse],
  );

  /** @param door the preview to show again when the proof was wrong */
  const prove = useCallback(
    async (door: InvitationPreview, proof: TypedProof) => {
      const answer = await open({ token: token.current ?? '', ...proof }).catch(() => UNREACHABLE);
      if (answer.ok) return enter(answer.needsSession);
      if (RETRIES.has(answer.code)) setView({ stage: 'asking', door, problem: answer.code });
      else refuse(answer.code);
    },
    [open, enter, refuse],
  );

  const readOut = useCallback(
    async (door: InvitationPreview) => {
      const answer = await showReadOut(token.current ?? '').catch(() => UNREACHABLE);
      if (!answer.ok) {
        if (RETRIES.has(answer.code)) setView({ stage: 'asking', door, problem: answer.code });
        else refuse(answer.code);
        return;
      }
      waiting.current?.abort();
      const { signal } = (waiting.current = new AbortController());
      const show = (isReconnecting: boolean) => setView({ stage: 'read-out', code: answer.code, isReconnecting });
      show(false);
      const outcome = await waitForHelpdesk(answer.invitationId, show, signal);
      if (outcome === 'let-in') await enter(true);
      else if (outcome === 'over') refuse('not-let-in');
    },
    [showReadOut, enter, refuse],
  );

  /**
   * Shows the whole user ID, which a page that nobody has pressed anything on does not tell.
   * @param door the preview to show again when it could not be asked for
   */
  const showUserId = useCallback(
    async (door: InvitationPreview) => {
      const answer = await look(token.current ?? '', true).catch(() => UNREACHABLE);
      if (answer.ok) setView({ stage: 'asking', door: answer.door, problem: null });
      else if (RETRIES.has(answer.code)) setView({ stage: 'asking', door, problem: answer.code });
      else refuse(answer.code);
    },
    [look, refuse],
  );

  return { view, prove, readOut, showUserId };
}

/** Exchanges the cookie of the opened invitation for a session of this browser. */
async function openInvitedSession(): Promise<'signed-in' | 'not-let-in' | 'unavailable' | 'unreachable'> {
  try {
    const answer = await askForSession('invitation');
    if (answer.ok) return 'signed-in';
    return answer.error === 'unavailable' ? 'unavailable' : 'not-let-in';
  } catch {
    return 'unreachable';
  }
}

/** Long-polls until the helpdesk lets this browser in or the read-out ends. @returns null when `signal` was aborted */
async function waitForHelpdesk(
  invitationId: string,
  onReconnecting: (isReconnecting: boolean) => void,
  signal: AbortSignal,
): Promise<'let-in' | 'over' | null> {
  // A placeholder until the first answer.
  const unknown = { version: -1, state: 'waiting', expiresAt: null, serverTime: '', retryAfterMs: null } as const;
  let status: ReadOutStatus = { ...unknown, id: invitationId as ReadOutStatus['id'] };
  const subject = {
    status: () => status,
    onStatus(answer: ReadOutStatus) {
      status = answer;
      onReconnecting(false);
    },
    onTrouble: () => onReconnecting(true),
  };
  const outcome = await pollStatus(browserEnvironment, READ_OUT, subject, true, signal);
  if (outcome === null) return null;
  return status.state === 'let-in' ? 'let-in' : 'over';
}

'use client';

import type { Route } from 'next';
import { useEffect, useRef } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { AskingForm } from './asking-form';
import type { InvitationMoves } from './invitation-moves';
import { ReadOutCard } from './read-out-card';
import { INVITATION_WORDS } from './refusal-words';
import { useInvitation } from './use-invitation';

/**
 * The page behind the link of an invitation. Opening it, by whatever program, changes nothing: it takes a press, and a
 * proof that only the invited person has.
 * @param nextPath where somebody goes who was let in
 */
export function InvitationPanel({ moves, nextPath }: { moves: InvitationMoves; nextPath: Route }) {
  const { view, prove, readOut } = useInvitation(moves, nextPath);
  const heading = useRef<HTMLHeadingElement>(null);

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'reading') heading.current?.focus();
  }, [view.stage]);

  return (
    <>
      <PageHeading ref={heading} lead="The helpdesk has prepared a new activation for you.">
        Your invitation
      </PageHeading>
      {view.stage === 'asking' && (
        <AskingForm
          door={view.door}
          problem={view.problem}
          onProof={(proof) => prove(view.door, proof)}
          onReadOut={() => readOut(view.door)}
        />
      )}
      {view.stage === 'read-out' && <ReadOutCard code={view.code} isReconnecting={view.isReconnecting} />}
      {view.stage === 'refused' && (
        <div className="grid gap-6">
          <Notice tone="warning" title={INVITATION_WORDS[view.code].title} role="alert">
            <p>{INVITATION_WORDS[view.code].text}</p>
          </Notice>
          <div>
            <LinkButton href="/" variant="secondary">
              Your devices
            </LinkButton>
          </div>
        </div>
      )}
      <output aria-live="polite" className={view.stage === 'entering' ? 'text-ink-soft' : 'sr-only'}>
        {view.stage === 'entering' && 'You are let in. The next page follows.'}
      </output>
      <noscript>
        <p>This page needs JavaScript: the link’s secret stays in your browser until you press the button.</p>
      </noscript>
    </>
  );
}

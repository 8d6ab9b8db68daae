'use client';

import type { Route } from 'next';
import { useEffect, useRef } from 'react';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { AskingForm } from './asking-form';
import type { InvitationMoves } from './invitation-moves';
import { INVITATION_WORDS } from './refusal-words';
import { useInvitation } from './use-invitation';
import { spellOut } from '@/components/site/activation/image/spell-out';
import { Card } from '@/components/ui/card';
import { t } from '@/lib/shared/language/t';

/**
 * The page behind an invitation's link. Opening the link changes nothing, because mail scanners open links too: the
 * invitation opens on a press, with a proof that only the invited user has.
 * @param nextPath where the visitor goes once let in
 */
export function InvitationPanel({ moves, nextPath }: { moves: InvitationMoves; nextPath: Route }) {
  const { view, prove, readOut, showUserId } = useInvitation(moves, nextPath);
  const heading = useRef<HTMLHeadingElement>(null);

  // Focus management: the focused element may have disappeared with the previous stage.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'reading') heading.current?.focus();
  }, [view.stage]);

  return (
    <>
      <PageHeading ref={heading} lead={t('The helpdesk has prepared a new activation for you.')}>
        {t('Your invitation')}
      </PageHeading>
      {view.stage === 'asking' && (
        <AskingForm
          door={view.door}
          problem={view.problem}
          onProof={(proof) => prove(view.door, proof)}
          onReadOut={() => readOut(view.door)}
          onShowUserId={() => showUserId(view.door)}
        />
      )}
      {view.stage === 'read-out' && <ReadOutCard code={view.code} isReconnecting={view.isReconnecting} />}
      {view.stage === 'refused' && (
        <div className="grid gap-6">
          <Notice tone="warning" title={t(INVITATION_WORDS[view.code].title)} role="alert">
            <p>{t(INVITATION_WORDS[view.code].text)}</p>
          </Notice>
          <div className="flex flex-wrap gap-3">
            {(view.code === 'no-link' || view.code === 'unknown-link') && (
              <LinkButton href="/invitation/code">{t('Enter the code from a letter')}</LinkButton>
            )}
            <LinkButton href="/" variant="secondary">
              {t('Your devices')}
            </LinkButton>
          </div>
        </div>
      )}
      <output aria-live="polite" className={view.stage === 'entering' ? 'text-ink-soft' : 'sr-only'}>
        {view.stage === 'entering' && t('Signing you in…')}
      </output>
      <noscript>
        <p>{t('This page needs JavaScript. The link’s secret stays in your browser until you press the button.')}</p>
      </noscript>
    </>
  );
}

/** Shows the code to read out while the page waits for the helpdesk. */
function ReadOutCard({ code, isReconnecting }: { code: string; isReconnecting: boolean }) {
  return (
    <div className="grid gap-6">
      <Card>
        <div className="grid justify-items-center gap-3 text-center">
          <h2 className="text-lg font-semibold">{t('Read this code out to the helpdesk')}</h2>
          <p aria-hidden="true" translate="no" className="font-mono text-3xl font-semibold tracking-[0.2em]">
            {code.slice(0, 3)} {code.slice(3)}
          </p>
          <p className="sr-only">{spellOut(code)}</p>
          <p className="text-ink-soft">{t('This code only works in this browser. Don’t read out anything else.')}</p>
        </div>
      </Card>
      <output aria-live="polite" className="text-ink-soft">
        {isReconnecting
          ? t('Connection lost. Trying again.')
          : t('Waiting for the helpdesk. This page continues automatically.')}
      </output>
    </div>
  );
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { takeLinkToken } from '@/components/invitation/take-link-token';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import type { NotMePreview } from '@/lib/safety/notices/report-not-me';
import { notMeNames } from '@/lib/names/activation-names';
import type { NotMeAnswer, NotMeProblem, ReportAnswer } from './not-me-moves';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t, type Message } from '@/lib/language/t';

/** What happened, and what to do next. */
const NOT_ME_WORDS = {
  'no-link': { title: 'Open this page with your link', text: 'It’s in the email about your new device.' },
  'unknown-link': { title: 'This link is incomplete', text: 'Open it again from the email, or call the helpdesk.' },
  'already-reported': {
    title: 'This has been reported already',
    text: 'The device is locked and the helpdesk knows. They will call you.',
  },
  over: {
    title: 'This link has expired',
    text: 'It was valid for a week. Sign in to lock the device yourself, or call the helpdesk.',
  },
  'too-many-attempts': { title: 'Too many attempts', text: 'Wait 15 minutes and try again, or call the helpdesk.' },
  unreachable: { title: 'The server did not answer', text: 'Try again, or call the helpdesk.' },
} as const satisfies Record<NotMeProblem, { title: Message; text: Message }>;

type View =
  | { stage: 'reading' }
  | { stage: 'asking'; door: NotMePreview; isPending: boolean }
  | { stage: 'reported'; isPending: boolean }
  | { stage: 'frozen' }
  | { stage: 'problem'; code: NotMeProblem };

/** What is no longer true is no longer said. */
const LEADS = {
  reading: 'A device was activated for your account.',
  asking: 'A device was activated for your account. Wasn’t you? Block it here.',
  reported: null,
  frozen: null,
  problem: null,
} as const satisfies Record<View['stage'], Message | null>;

const UNREACHABLE = { ok: false, code: 'unreachable' } as const;

/**
 * The page behind "It wasn't me". Opening the link changes nothing, because mail scanners open links too; only the
 * button reports the device.
 */
export function NotMePanel({
  look,
  report,
  freeze,
}: {
  look: (token: string) => Promise<NotMeAnswer>;
  report: (token: string) => Promise<ReportAnswer>;
  /** Freezes everything, for somebody who fears more than one device. */
  freeze: (token: string) => Promise<ReportAnswer>;
}) {
  const [view, setView] = useState<View>({ stage: 'reading' });
  // The functions of the first render: after a server action the page renders again and passes new ones, which would
  // run the effect again.
  const [moves] = useState({ look, report, freeze });
  const token = useRef('');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    let isGone = false;
    token.current = takeLinkToken('not-me') ?? '';
    void (async () => {
      const answer = token.current === '' ? null : await moves.look(token.current).catch(() => UNREACHABLE);
      if (isGone) return;
      if (answer?.ok) setView({ stage: 'asking', door: answer.door, isPending: false });
      else setView({ stage: 'problem', code: answer ? answer.code : 'no-link' });
    })();
    return () => {
      isGone = true;
    };
  }, [moves]);

  async function press(door: NotMePreview) {
    setView({ stage: 'asking', door, isPending: true });
    const answer = await moves.report(token.current).catch(() => UNREACHABLE);
    setView(answer.ok ? { stage: 'reported', isPending: false } : { stage: 'problem', code: answer.code });
    heading.current?.focus();
  }

  async function pressFreeze() {
    setView({ stage: 'reported', isPending: true });
    const answer = await moves.freeze(token.current).catch(() => UNREACHABLE);
    setView(answer.ok ? { stage: 'frozen' } : { stage: 'problem', code: answer.code });
    heading.current?.focus();
  }

  const lead = LEADS[view.stage];
  return (
    <>
      <PageHeading ref={heading} lead={lead && t(lead)}>
        {t(notMeNames.report)}
      </PageHeading>
      {view.stage === 'asking' && (
        <div className="grid gap-6">
          <Card>
            <DescriptionList
              items={[
                { term: t('Device'), description: view.door.deviceName },
                { term: t('Activated'), description: <Time at={view.door.activatedAt} /> },
                { term: t('Browser'), description: browserInWords(view.door.trace.browser) },
                { term: t('Network'), description: view.door.trace.network ?? t('Unknown') },
              ]}
            />
          </Card>
          <p>{t('This locks the device, signs you out everywhere and tells the helpdesk, who will call you.')}</p>
          <div>
            <Button
              variant="danger"
              aria-disabled={view.isPending}
              aria-busy={view.isPending}
              onClick={() => {
                if (!view.isPending) void press(view.door);
              }}
            >
              <ButtonProgress isPending={view.isPending} pendingText={t('Locking…')}>
                {t(notMeNames.report)}
              </ButtonProgress>
            </Button>
          </div>
        </div>
      )}
      {view.stage === 'reported' && (
        <Notice tone="success" title={t(notMeNames.reported)} role="status">
          <p>
            {t(
              'You’ve been signed out everywhere and the helpdesk has been told. Change your password the next time you sign in.',
            )}
          </p>
          <p className="mt-3">
            {t(
              'More that you don’t recognise? Freeze everything: all devices are locked and nobody can sign in, until the helpdesk has checked that it’s you.',
            )}
          </p>
          <div className="mt-3">
            <Button
              variant="danger"
              aria-disabled={view.isPending}
              aria-busy={view.isPending}
              onClick={() => {
                if (!view.isPending) void pressFreeze();
              }}
            >
              <ButtonProgress isPending={view.isPending} pendingText={t('Freezing…')}>
                {t('Freeze everything')}
              </ButtonProgress>
            </Button>
          </div>
        </Notice>
      )}
      {view.stage === 'frozen' && (
        <Notice tone="success" title={t('Everything is frozen')} role="status">
          <p>{t('Nobody can sign in as you. Call the helpdesk when you want to go on.')}</p>
        </Notice>
      )}
      {view.stage === 'problem' && (
        <div className="grid gap-6">
          <Notice tone="warning" title={t(NOT_ME_WORDS[view.code].title)} role="alert">
            <p>{t(NOT_ME_WORDS[view.code].text)}</p>
          </Notice>
          {(view.code === 'no-link' || view.code === 'unknown-link') && (
            <div>
              <LinkButton href="/not-me/code">{t('Enter the code from an email')}</LinkButton>
            </div>
          )}
        </div>
      )}
      <noscript>
        <p>{t('This page needs JavaScript. Turn it on, or call the helpdesk.')}</p>
      </noscript>
    </>
  );
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { inBackground, perform } from '@/components/site/feedback/perform';
import { takeLinkToken } from '@/components/site/invitation/take-link-token';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { NotMePreview } from '@/lib/helpdesk/safety/notices/report-not-me';
import { notMeNames } from '@/lib/shared/names/activation-names';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';
import type { FreezeAnswer, NotMeAnswer, NotMeProblem, ReportAnswer } from './not-me-moves';
import { NotMeSubject } from './not-me-subject';
import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { t, type Message } from '@/lib/shared/language/t';

/** What happened, and what to do next. */
const NOT_ME_WORDS = {
  'no-link': { title: 'Open this page with your link', text: 'It’s in the email that brought you here.' },
  'unknown-link': { title: 'This link is incomplete', text: 'Open it again from the email, or call the helpdesk.' },
  'already-reported': {
    title: 'This has been reported already',
    text: 'The helpdesk knows, and will call you.',
  },
  over: {
    title: 'This link has expired',
    text: 'It was valid for a week. Call the helpdesk.',
  },
  'reissue-over': {
    title: 'There is nothing left to stop',
    text: 'The activation was used, withdrawn, or has expired. Wasn’t you? Freeze everything, or call the helpdesk.',
  },
  'too-many-attempts': { title: 'Too many attempts', text: 'Wait 15 minutes and try again, or call the helpdesk.' },
  unreachable: { title: 'The server did not answer', text: 'Try again, or call the helpdesk.' },
} as const satisfies Record<NotMeProblem, { title: Message; text: Message }>;

type View =
  | { stage: 'reading' }
  | { stage: 'asking'; door: NotMePreview; isPending: boolean }
  | { stage: 'reported'; about: NotMePreview['about']; isFreezing: boolean }
  | { stage: 'frozen'; reference: string | null }
  | { stage: 'problem'; code: NotMeProblem; isFreezing: boolean };

const LEADS = {
  device: 'A device was activated for your account. Wasn’t you? Block it here.',
  reissue: 'The helpdesk is setting up a new phone for your account. Wasn’t you? Stop it here.',
  'lost-phone': 'Your phone was reported lost. Wasn’t you? Report it here.',
  frozen: 'Your account was frozen. Wasn’t you? Report it here.',
} as const satisfies Record<NotMePreview['about'], Message>;

/** What whoever reported it has to know next. */
const NEXT_WORDS = {
  device:
    'You’ve been signed out everywhere and the helpdesk has been told. Change your password the next time you sign in.',
  reissue: 'The new activation is stopped. If you did want a new phone, call the helpdesk.',
  'lost-phone': 'They will call you. What is locked stays locked until they have checked that it’s you.',
  frozen: 'They will call you. What is locked stays locked until they have checked that it’s you.',
} as const satisfies Record<NotMePreview['about'], Message>;

const UNREACHABLE = { ok: false, code: 'unreachable' } as const;

/**
 * The page behind "It wasn't me". Opening the link changes nothing, because mail scanners open links too; only the
 * button reports the device.
 */
export function NotMePanel({
  look,
  report,
  freeze,
  canLock,
  contact,
}: {
  look: (token: string) => Promise<NotMeAnswer>;
  report: (token: string) => Promise<ReportAnswer>;
  /** Freezes everything, for somebody who fears more than one device. */
  freeze: (token: string) => Promise<FreezeAnswer>;
  /** Whether the gateway locks devices; without, they are removed. */
  canLock: boolean;
  contact: HelpdeskContact | null;
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
    async function read(): Promise<void> {
      const answer = token.current === '' ? null : await moves.look(token.current).catch(() => UNREACHABLE);
      if (isGone) return;
      if (answer?.ok) setView({ stage: 'asking', door: answer.door, isPending: false });
      else setView(problem(answer ? answer.code : 'no-link'));
    }
    inBackground(read());
    return () => {
      isGone = true;
    };
  }, [moves]);

  async function press(door: NotMePreview) {
    setView({ stage: 'asking', door, isPending: true });
    const answer = await moves.report(token.current).catch(() => UNREACHABLE);
    setView(answer.ok ? { stage: 'reported', about: door.about, isFreezing: false } : problem(answer.code));
    heading.current?.focus();
  }

  async function pressFreeze(pressed: Extract<View, { isFreezing: boolean }>) {
    setView({ ...pressed, isFreezing: true });
    const answer = await moves.freeze(token.current).catch(() => UNREACHABLE);
    setView(answer.ok ? { stage: 'frozen', reference: answer.reference } : problem(answer.code));
    heading.current?.focus();
  }

  // What is no longer true is no longer said.
  const lead = view.stage === 'asking' ? LEADS[view.door.about] : null;
  return (
    <>
      <PageHeading ref={heading} lead={lead && t(lead)}>
        {t(notMeNames.report)}
      </PageHeading>
      {view.stage === 'asking' && (
        <div className="grid gap-6">
          <NotMeSubject door={view.door} contact={contact} />
          <div>
            <Button
              variant="danger"
              aria-disabled={view.isPending}
              aria-busy={view.isPending}
              onClick={() => {
                if (!view.isPending) perform(press(view.door));
              }}
            >
              <ButtonProgress isPending={view.isPending} pendingText={t('Reporting…')}>
                {t(notMeNames.report)}
              </ButtonProgress>
            </Button>
          </div>
        </div>
      )}
      {view.stage === 'reported' && (
        <Notice
          tone="success"
          title={t(view.about === 'device' && canLock ? notMeNames.reported : notMeNames.told)}
          role="status"
        >
          <p>{t(NEXT_WORDS[view.about])}</p>
          {view.about !== 'frozen' && (
            <>
              <p className="mt-3">
                {t(
                  canLock
                    ? 'More that you don’t recognise? Freeze everything: all devices are locked and nobody can sign in, until the helpdesk has checked that it’s you.'
                    : 'More that you don’t recognise? Freeze everything: all your phones are removed and nobody can sign in, until the helpdesk has checked that it’s you.',
                )}
              </p>
              <div className="mt-3">
                <FreezeButton isPending={view.isFreezing} onPress={() => perform(pressFreeze(view))} />
              </div>
            </>
          )}
        </Notice>
      )}
      {view.stage === 'frozen' && (
        <Notice tone="info" title={t('Everything is frozen')} role="status">
          <p>{t('Your account is frozen. To unfreeze it, call the helpdesk.')}</p>
          {view.reference !== null && (
            <p className="mt-3">{t('Reference: {reference}', { reference: view.reference })}</p>
          )}
          {contact && (
            <p className="mt-3">
              <HelpdeskContactLine contact={contact} />
            </p>
          )}
        </Notice>
      )}
      {view.stage === 'problem' && (
        <div className="grid gap-6">
          <Notice tone="warning" title={t(NOT_ME_WORDS[view.code].title)} role="alert">
            <p>{t(NOT_ME_WORDS[view.code].text)}</p>
          </Notice>
          {view.code === 'reissue-over' && (
            <div>
              <FreezeButton isPending={view.isFreezing} onPress={() => perform(pressFreeze(view))} />
            </div>
          )}
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

function problem(code: NotMeProblem): View {
  return { stage: 'problem', code, isFreezing: false };
}

function FreezeButton({ isPending, onPress }: { isPending: boolean; onPress: () => void }) {
  return (
    <Button
      variant="danger"
      aria-disabled={isPending}
      aria-busy={isPending}
      onClick={() => {
        if (!isPending) onPress();
      }}
    >
      <ButtonProgress isPending={isPending} pendingText={t('Freezing…')}>
        {t('Freeze everything')}
      </ButtonProgress>
    </Button>
  );
}

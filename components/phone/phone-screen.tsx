'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { SiteMark } from '@/components/site/layout/site-mark';
import { MAIN_CONTENT_ID } from '@/components/site/layout/main-content';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { useBackGesture, type BackGesture } from './use-back-gesture';
import { t } from '@/lib/shared/language/t';

const APP_NAME = 'Tessera Authenticator';

type PhoneScreenProps = {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  /** Buttons at the bottom, the primary one first. */
  actions?: ReactNode;
  leave?: { name: 'cancel' | 'back'; onPress: () => void };
  /** What the browser's back does. Default: as `leave`. Null leaves the history alone. */
  back?: BackGesture | null;
  /** Off for the first screen, and where a field takes the focus. */
  takesFocus?: boolean;
  /** Of what comes up by itself: a sheet from below, which rises once. */
  sheet?: 'rises' | 'stays' | undefined;
};

/** One screen of the phone: one heading, one decision. Focuses the heading, so that screen readers announce a new screen. */
export function PhoneScreen(props: PhoneScreenProps) {
  const { title, lead, children, actions, leave, back = leave?.onPress ?? 'stays', takesFocus = true, sheet } = props;
  useBackGesture(back);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${APP_NAME}`;
    if (takesFocus) heading.current?.focus();
    window.scrollTo(0, 0);
  }, [title, takesFocus]);

  return (
    <>
      <header className="flex min-h-14 items-center justify-between gap-4 px-5 sm:px-6">
        <p className="flex items-center gap-2.5 font-semibold">
          <SiteMark className="size-6" />
          Tessera
        </p>
        {leave && (
          <div className="-mr-3">
            <Button variant="quiet" onClick={leave.onPress}>
              {leave.name === 'cancel' ? t(phoneAppNames.cancel) : t(phoneAppNames.back)}
            </Button>
          </div>
        )}
      </header>
      <main
        id={MAIN_CONTENT_ID}
        tabIndex={-1}
        data-sheet={sheet}
        className={`flex grow flex-col px-5 pt-4 pb-8 has-[[data-actions]]:pb-0 sm:px-6 ${sheet ? SHEET : ''}`}
      >
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        {lead && <div className="mt-2 text-ink-soft">{lead}</div>}
        {children && <div className={`mt-6 grid gap-5 ${FILLED_BY_FORM} ${CLEAR_OF_ACTIONS}`}>{children}</div>}
        {actions && <ScreenActions>{actions}</ScreenActions>}
      </main>
    </>
  );
}

const SHEET = 'mt-3 rounded-t-card border-t border-line bg-surface pt-6 shadow-raised data-[sheet=rises]:animate-rise';

/** A form that brings actions of its own has them at the bottom too. */
const FILLED_BY_FORM = 'has-[>form[data-fills]]:flex has-[>form[data-fills]]:grow has-[>form[data-fills]]:flex-col';

/** Keeps a focused field above the actions that stay at the bottom. */
const CLEAR_OF_ACTIONS = '[&_a]:scroll-mb-48 [&_button]:scroll-mb-48 [&_input]:scroll-mb-48';

/** A screen's buttons, the primary one first: at the bottom of each screen, also of one that is longer than the phone. */
export function ScreenActions({ children }: { children: ReactNode }) {
  return (
    <div data-actions className="mt-auto pt-8 [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:bottom-0">
      <div className="-mx-5 grid gap-3 bg-page px-5 pt-3 pb-6 in-data-sheet:bg-surface sm:-mx-6 sm:rounded-card sm:bg-surface sm:px-6">
        {children}
      </div>
    </div>
  );
}

'use client';

import { usePathname } from 'next/navigation';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { carry, takeCarried } from './carried-words';
import { showFailures } from './perform';

/** What an action did. @property path of the page that says so */
type Message = { text: string; count: number; path: string };

type Feedback = {
  /**
   * Says at the top of the page what an action did, and moves the focus there.
   * @param path where the action leads to, when that is another page
   */
  say: (text: string, path?: string) => void;
  /** For what is said elsewhere on the page: it is said at the top where a newer version of the page takes its place. */
  note: (text: string) => void;
  /** Takes back a message that is no longer true. A later one stays, which may have come in the same moment. */
  clear: (count: number) => void;
};

const FeedbackContext = createContext<Feedback & { message: Message | null }>({
  say: () => {},
  note: () => {},
  clear: () => {},
  message: null,
});

let messages = 0;

/** Where the latest page was; null before the first. */
let lastPath: string | null = null;

/** The message that a page has shown last. */
let lastShown = 0;

/** Keeps the message of the latest action while the page changes under it. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const feedback = useMemo<Feedback>(
    () => ({
      say: (text, path = location.pathname) => {
        carry(text, path);
        setMessage({ text, count: ++messages, path });
      },
      note: (text) => carry(text, location.pathname),
      clear: (count) => setMessage((latest) => (latest?.count === count ? null : latest)),
    }),
    [],
  );
  const value = useMemo(() => ({ ...feedback, message }), [feedback, message]);
  useEffect(() => {
    const text = takeCarried(location.pathname);
    if (text !== null) feedback.say(text);
  }, [feedback]);
  return <FeedbackContext value={value}>{children}</FeedbackContext>;
}

export function useFeedback(): Feedback {
  return useContext(FeedbackContext);
}

/** Takes back what led to a page once what it speaks of has moved on. @param state of what the page is about */
export function useStaleFeedback(state: string): void {
  const { message, clear } = useContext(FeedbackContext);
  const [arrival] = useState({ state, count: message?.count });
  useEffect(() => {
    if (message && state !== arrival.state && message.count === arrival.count) clear(message.count);
  }, [state, arrival, message, clear]);
}

/** Where a page says what the latest action did, until another page is opened or another action says something. */
export function FeedbackRegion() {
  const { message, clear } = useContext(FeedbackContext);
  const region = useRef<HTMLDivElement>(null);
  const path = usePathname();
  const [failure, setFailure] = useState<Message | null>(null);

  useEffect(
    () => showFailures((text) => setFailure(text === null ? null : { text, count: messages, path: location.pathname })),
    [],
  );

  useEffect(() => {
    if (!message) return;
    const isShown = lastShown === message.count;
    if (message.path !== path) {
      if (isShown) clear(message.count);
    } else if (!isShown) {
      lastShown = message.count;
      region.current?.focus();
    }
  }, [message, path, clear]);

  // What was pressed went with its page: whoever reads by the focus goes on at the heading.
  useEffect(() => {
    const isArrival = lastPath !== null && lastPath !== path;
    lastPath = path;
    if (isArrival && document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
  }, [path]);

  return (
    <div ref={region} tabIndex={-1} className="not-empty:mb-6">
      {message?.path === path && (
        <Notice tone="success" role="status">
          <p>{message.text}</p>
        </Notice>
      )}
      {failure?.path === path && failure.count >= (message?.count ?? 0) && (
        <Notice tone="error" role="alert">
          <p>{failure.text}</p>
        </Notice>
      )}
    </div>
  );
}

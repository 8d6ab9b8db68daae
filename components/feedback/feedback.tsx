'use client';

import { usePathname } from 'next/navigation';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Notice } from '@/components/ui/notice';

/** What an action did. @property path of the page that says so */
type Message = { text: string; undo: ReactNode; count: number; path: string };

type Feedback = {
  /**
   * Says at the top of the page what an action did, and moves the focus there.
   * @param options.undo the button that takes it back
   * @param options.path where the action leads to, when that is another page
   */
  say: (text: string, options?: { undo?: ReactNode; path?: string }) => void;
  /** Takes back what was said, once it is no longer true. */
  clear: () => void;
};

const FeedbackContext = createContext<Feedback & { message: Message | null; shown: RefObject<number> }>({
  say: () => {},
  clear: () => {},
  message: null,
  shown: { current: 0 },
});

let messages = 0;

/** Keeps the message of the latest action while the page changes under it. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const shown = useRef(0);
  const feedback = useMemo<Feedback>(
    () => ({
      say: (text, { undo = null, path = location.pathname } = {}) =>
        setMessage({ text, undo, count: ++messages, path }),
      clear: () => setMessage(null),
    }),
    [],
  );
  const value = useMemo(() => ({ ...feedback, message, shown }), [feedback, message]);
  return <FeedbackContext value={value}>{children}</FeedbackContext>;
}

export function useFeedback(): Feedback {
  return useContext(FeedbackContext);
}

/** Where a page says what the latest action did, until another page is opened or another action says something. */
export function FeedbackRegion() {
  const { message, shown, clear } = useContext(FeedbackContext);
  const region = useRef<HTMLDivElement>(null);
  const path = usePathname();

  useEffect(() => {
    if (!message) return;
    const isShown = shown.current === message.count;
    if (message.path !== path) {
      if (isShown) clear();
    } else if (!isShown) {
      shown.current = message.count;
      region.current?.focus();
    }
  }, [message, path, shown, clear]);

  return (
    <div ref={region} tabIndex={-1} className="not-empty:mb-6">
      {message?.path === path && (
        <Notice tone="success" role="status">
          <p>{message.text}</p>
          {message.undo}
        </Notice>
      )}
    </div>
  );
}

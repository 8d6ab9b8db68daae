import { t } from '@/lib/shared/language/t';

let show: ((words: string | null) => void) | null = null;

/**
 * @param listener shows the words where the person is; null once they do something else
 * @returns shows no more
 */
export function showFailures(listener: (words: string | null) => void): () => void {
  show = listener;
  return () => {
    if (show === listener) show = null;
  };
}

export function sayFailure(words: string): void {
  show?.(words);
}

/** Does what a person has asked for; a promise that nobody waits for would fail in silence. */
export function perform(work: Promise<unknown>): void {
  show?.(null);
  work.catch((error: unknown) => {
    sayFailure(t('That didn’t work. Try again.'));
    tellBrowser(error);
  });
}

/** Does what nobody has asked for, so that nobody is told of its failure but the browser's console. */
export function inBackground(work: Promise<unknown>): void {
  work.catch(tellBrowser);
}

/** As an error that nobody has caught; not every engine has `reportError`. */
export function tellBrowser(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

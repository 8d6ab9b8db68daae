import { sayFailure, tellBrowser } from '@/components/site/feedback/perform';
import { t, type Message } from '@/lib/shared/language/t';

const WORDS = {
  'not-saved':
    'That was not saved: this browser can’t save data right now. Free some space on this phone, then try again.',
  gone: 'That was not saved: this account is no longer on this phone.',
  failed: 'That didn’t work. Try again.',
} as const satisfies Record<string, Message>;

/** Something that a person asked for was not stored, because another tab has removed the account. */
export class AccountGone extends Error {
  override readonly name = 'AccountGone';
}

/**
 * Does what a person has asked for; a promise that nobody waits for would fail in silence.
 * @param onFailure shows the words where the person is; by default above the screen
 */
export function perform(work: Promise<unknown>, onFailure: (words: string) => void = sayFailure): void {
  work.catch((error: unknown) => {
    if (error instanceof AccountGone) return onFailure(t(WORDS.gone));
    const isNotSaved = error instanceof DOMException;
    onFailure(t(WORDS[isNotSaved ? 'not-saved' : 'failed']));
    if (!isNotSaved) tellBrowser(error);
  });
}

import { expect, it } from 'vitest';
import { CATALOGUES } from '@/lib/shared/language/catalogues';

const ENGLISH = Object.keys(CATALOGUES.de);

/** Words that pages, the app and mails no longer say, and what they say instead. */
const DROPPED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/recogniz|organiz|\bcolor/i, 'British spelling: recognise, organisation, colour'],
  [/nobody can lure it away/, 'it can’t be phished'],
  [/Go on to the image/, 'Show the image'],
  [/when nothing is mistyped/, 'The app should show … too'],
  [/Test (?:passed|failed) for/, 'was tried out'],
  [/\btook \{/, 'nothing: nobody waits for it any more'],
  [/^By which you’ll/, 'For example: …'],
  [/Somebody signed in as you with a new browser/, 'New sign-in to your account'],
  [/If we can email this account a code/, 'If this account exists, …'],
  [/\bLogin\b/, 'sign-in'],
  [/\be-mail/i, 'email'],
];

const DROPPED_GERMAN: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/^Meldet Sie/, 'a sentence with a subject'],
  [/Aufhebung des Einfrierens/, 'Freigabe'],
];

function uses(texts: readonly string[], dropped: typeof DROPPED): string[] {
  return texts.flatMap((text) =>
    dropped.filter(([pattern]) => pattern.test(text)).map(([, instead]) => `${text} → ${instead}`),
  );
}

it('no text says a word that was dropped', () => {
  expect(uses(ENGLISH, DROPPED)).toEqual([]);
});

it('no German text says a word that was dropped', () => {
  expect(uses(Object.values(CATALOGUES.de), DROPPED_GERMAN)).toEqual([]);
});

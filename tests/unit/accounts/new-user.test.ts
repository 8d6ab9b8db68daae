import { describe, expect, it } from 'vitest';
import { parseDisplayName, parseNewUserId } from '@/lib/accounts/users/new-user';
import { skeletonOf } from '@/lib/shared/text/look-alike';

const FAMILY = '👩\u{200d}👩\u{200d}👧';
const PERSIAN = 'می\u{200c}خواهم';

describe('the user ID of a new account', () => {
  it.each([
    ['Jane.Doe ', 'jane.doe'],
    ['jane@example.org', 'jane@example.org'],
    ['ﬁona', 'fiona'],
    ['ｊａｎｅ', 'jane'],
    ['℡', 'tel'],
    ['José', 'josé'],
    ['иван.петров', 'иван.петров'],
    ['иван@example.org', 'иван@example.org'],
    ['γιώργος', 'γιώργος'],
    ['田中ゆき', '田中ゆき'],
    ['김철수', '김철수'],
    ['tシャツ', 'tシャツ'],
    ['سارا', 'سارا'],
    ['อรุณี', 'อรุณี'],
    ['क्षमा', 'क्षमा'],
  ])('%j is %j', (typed, userId) => {
    expect(parseNewUserId(typed)).toBe(userId);
  });

  it.each([
    ['an invisible space', 'alice.real\u{200b}'],
    ['a joiner', 'alice\u{200d}.real'],
    ['a soft hyphen', 'ali\u{ad}ce'],
    ['a byte order mark', 'ali\u{feff}ce'],
    ['a turn of direction', 'alice\u{202e}laer'],
    ['an isolate', 'alice\u{2066}'],
    ['a filler that is a letter', 'alice\u{3164}'],
    ['a variation selector', 'alice\u{fe0f}'],
    ['an unassigned character', 'alice\u{378}'],
    ['a private character', 'alice\u{e000}'],
    ['a control character', 'alice\u{0}'],
    ['a lone surrogate', 'alice\u{d800}'],
    ['a Cyrillic letter in a Latin word', 'аlice.real'],
    ['a Greek letter in a Latin word', 'alice.reαl'],
    ['letters of a script that looks Latin', 'ꭺꮮꮖꮯꭼ'],
    ['a space', 'alice real'],
    ['a semicolon', 'alice;real'],
    ['a heap of marks', `alice${'\u{301}'.repeat(6)}`],
    ['nothing', ' '],
  ])('threat: two accounts read alike: it has not %s', (_what, typed) => {
    expect(parseNewUserId(typed)).toBeNull();
  });
});

describe('the name of a person', () => {
  it.each([
    ['  Jane   Doe\n', 'Jane Doe'],
    [`${PERSIAN} ${FAMILY}`, `${PERSIAN} ${FAMILY}`],
    ['ക്\u{200d}ഷ', 'ക്\u{200d}ഷ'],
    ['Zoë O’Neill-Müller', 'Zoë O’Neill-Müller'],
    ['Иван (John)', 'Иван (John)'],
    ['Jane\u{200d}Doe', 'Jane Doe'],
    ['Jane\u{202e}eoD', 'Jane eoD'],
    [`Jane${'\u{200c}'.repeat(3)}`, 'Jane'],
  ])('%j is %j', (typed, name) => {
    expect(parseDisplayName(typed)).toBe(name);
  });

  it.each(['', '\u{200d}', 'Аlice Real', 'a'.repeat(101)])(
    'threat: a name that poses as another: %j is none',
    (typed) => {
      expect(parseDisplayName(typed)).toBeNull();
    },
  );
});

describe('texts that look alike', () => {
  it.each([
    ['alice', 'аӏісе'],
    ['alice.real', 'alice.real\u{200b}'],
    ['paypal', 'раураӏ'],
    ['TOM', 'ТОМ'],
    ['NIKO', 'ΝΙΚΟ'],
    ['lan', 'Ian'],
    ['jane.doe', 'jane.d0e'],
    ['morning', 'rnorning'],
    ['vivian', 'ｖｉｖｉａｎ'],
  ])('%j and %j', (left, right) => {
    expect(skeletonOf(left)).toBe(skeletonOf(right));
  });

  it.each([
    ['jane', 'jade'],
    ['josé', 'jose'],
    ['иван', 'jane'],
  ])('the names %j and %j do not count as look-alikes', (left, right) => {
    expect(skeletonOf(left)).not.toBe(skeletonOf(right));
  });
});

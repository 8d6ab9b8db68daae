import { describe, expect, it } from 'vitest';
import { searchTerms, searchWords } from '@/lib/accounts/users/search-terms';
import type { MailAddress } from '@/lib/shared/mail-address';

describe('what a person is found by', () => {
  it('a user’s search terms are the user ID, the name and the mail addresses, whole and in parts', () => {
    const user = {
      userId: 'jane.doe',
      displayName: 'Jane  Mary-Ann DOE',
      mailAddresses: ['Jane.Doe@example.org' as MailAddress],
    };
    expect(searchTerms(user).toSorted()).toEqual(
      ['ann', 'doe', 'example', 'jane', 'jane.doe', 'jane.doe@example.org', 'mary', 'mary-ann', 'org'].toSorted(),
    );
  });

  it.each([
    ['Müller', ['muller']],
    ['GROẞ Straße', ['gross', 'strasse']],
    ['Ångström', ['angstrom']],
    ['ﬁlip', ['filip']],
    ['Skłodowska SKŁODOWSKA', ['sklodowska', 'sklodowska']],
    ['Sørensen Đorđe Æsir Þór Œuvre', ['sorensen', 'dorde', 'aesir', 'thor', 'oeuvre']],
    ['ISTANBUL İzmir ılık', ['istanbul', 'izmir', 'ilik']],
    ['O’Neill', ['o’neill']],
    ['  100%  _x\\ ', ['100%', '_x\\']],
    ['a\u0000b\ud800c\u{10ffff}d', ['a', 'b', 'c', 'd']],
    ['', []],
  ])('search words ignore case and accents: %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });

  it.each([
    ['Jürgen Müller', ['jurgen', 'juergen', 'muller', 'mueller']],
    ['Åse Sørensen', ['ase', 'aase', 'sorensen', 'soerensen']],
  ])('a name can be found in both spellings: %s', (displayName, terms) => {
    expect(searchTerms({ userId: 'u', displayName, mailAddresses: [] })).toEqual(expect.arrayContaining(terms));
  });

  it('a search word is cut at 64 characters', () => {
    expect(searchWords('🐎'.repeat(100))).toEqual(['🐎'.repeat(64)]);
  });
});

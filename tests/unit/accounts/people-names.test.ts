import { expect, it } from 'vitest';
import { personWords, requesterWords } from '@/components/staff/helpdesk/people/person';
import { findPeopleNames } from '@/lib/accounts/users/people-names';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { JANE } from '../../support/doubles/fake-access-ports';

const LISE = 'lise.meitner';

it('people on a page are looked up once each, by the person behind a system as well', async () => {
  const asked: string[] = [];
  const stored = new MemoryUserDirectory();
  await stored.add({ ...JANE, userId: LISE, displayName: 'Lise Meitner' });
  const users = {
    find: async (userId: string, domain: string) => {
      asked.push(userId);
      return stored.find(userId, domain);
    },
  };
  const requester = `${LISE} through the service account Tickets`;
  const names = await findPeopleNames(users, 'example.org', [LISE, 'gone', requester, LISE]);
  expect(asked).toEqual([LISE, 'gone']);
  expect(personWords(names, LISE)).toBe('Lise Meitner');
  expect(personWords(names, 'gone')).toBe('gone');
  expect(requesterWords(names, LISE)).toBe('Lise Meitner');
  expect(requesterWords(names, requester)).toBe('Tickets, for Lise Meitner');
});

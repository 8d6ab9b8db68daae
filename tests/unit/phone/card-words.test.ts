import { expect, test } from 'vitest';
import { cardWords, hasSeveralDomains } from '@/components/phone/accounts/card-words';

const SITE = 'id.example.org';
const details = { organisation: 'Example Bank', person: 'Jane Doe', device: 'My phone', trustedFrom: null };
const account = { name: 'jane.doe', userId: 'jane.doe', domain: 'example.org', details };

test('a card names organisation, person and device, and has one line of address', () => {
  expect(cardWords(account, SITE)).toEqual({
    title: 'Example Bank',
    who: 'Jane Doe · My phone',
    address: 'jane.doe · example.org',
  });
  expect(cardWords({ ...account, domain: '' }, SITE).address).toBe('jane.doe · id.example.org');
});

test('accounts of one person at one organisation keep their numbers', () => {
  expect(cardWords({ ...account, name: 'jane.doe 2' }, SITE).title).toBe('Example Bank 2');
  const userId = 'j'.repeat(255);
  expect(cardWords({ ...account, userId, name: `${'j'.repeat(62)} 2` }, SITE).title).toBe('Example Bank 2');
});

test('the name that the person chose stays, with the organisation below', () => {
  expect(cardWords({ ...account, name: 'Red phone' }, SITE)).toMatchObject({
    title: 'Red phone',
    who: 'Example Bank · Jane Doe · My phone',
  });
});

test('a card of a website that has not been asked shows what it knew before', () => {
  const { details: _unknown, ...bare } = account;
  expect(cardWords(bare, SITE)).toEqual({ title: 'jane.doe', who: null, address: 'example.org' });
  expect(cardWords({ ...bare, name: 'Red phone' }, SITE)).toEqual({
    title: 'Red phone',
    who: null,
    address: 'jane.doe · example.org',
  });
  const nameless = { organisation: '', person: '', device: '', trustedFrom: null };
  expect(cardWords({ ...account, details: nameless }, SITE)).toMatchObject({ title: 'jane.doe', who: null });
});

test('a card leaves out the domain where all accounts of the phone have the same', () => {
  const { details: _unknown, ...bare } = account;
  expect(cardWords(account, null)).toMatchObject({ title: 'Example Bank', address: 'jane.doe' });
  expect(cardWords(bare, null)).toMatchObject({ title: 'jane.doe', address: null });
  expect(hasSeveralDomains([account, account])).toBe(false);
  expect(hasSeveralDomains([account, { ...account, domain: '' }])).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { parseMailAddress } from '@/lib/shared/mail-address';

describe('a mail address', () => {
  it.each([
    ['jane.doe@example.org', 'jane.doe@example.org'],
    [' Jane+News@EXAMPLE.org ', 'Jane+News@example.org'],
    ['o’neill@example.org'.replace('’', "'"), "o'neill@example.org"],
    ['root@localhost', 'root@localhost'],
    [`${'a'.repeat(64)}@${'b'.repeat(63)}.example`, `${'a'.repeat(64)}@${'b'.repeat(63)}.example`],
  ])('an address is read as %s', (typed, address) => {
    expect(parseMailAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'jane',
    '@example.org',
    'jane@',
    'jane doe@example.org',
    'jane@example.org,thief@example.net',
    'jane@example.org\r\nBcc: thief@example.net',
    'jane\u0000@example.org',
    '"jane"@example.org',
    'Jane <jane@example.org>',
    '.jane@example.org',
    'ja..ne@example.org',
    'jane@exam_ple.org',
    'jane@-example.org',
    'jane@example..org',
    'jäne@example.org',
    `${'a'.repeat(65)}@example.org`,
    `jane@${'b'.repeat(64)}.example`,
    `jane@${'b.'.repeat(130)}org`,
  ])('the text %j is no mail address', (typed) => {
    expect(parseMailAddress(typed)).toBeNull();
  });
});

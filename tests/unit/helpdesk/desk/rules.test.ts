import { describe, expect, it } from 'vitest';
import { oneLine } from '@/lib/shared/text/one-line';
import { obstacleTo } from '@/lib/helpdesk/approvals/decision';
import { generateLinkToken, parseLinkToken } from '@/lib/helpdesk/invitations/invitation-link';
import { generateReadOutCode, parseReadOutCode } from '@/lib/helpdesk/invitations/read-out/read-out';
import { checkJustification } from '@/lib/helpdesk/approvals/request-texts';
import {
  formatSecondCode,
  generateSecondCode,
  parseSecondCode,
  secondCodeHash,
} from '@/lib/helpdesk/invitations/read-out/second-code';
import { isProtected } from '@/lib/accounts/users/staff';
import { sha256OfText } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';

describe('the second person', () => {
  const request = { requestedBy: 'agent', userId: 'jane.doe' };

  it.each([
    ['approver', null],
    ['agent', 'own-request'],
    [' AGENT ', 'own-request'],
    ['jane.doe', 'own-account'],
    ['Jane.Doe', 'own-account'],
  ])('the request %j is decided with: %s', (decider, refusal) => {
    expect(obstacleTo(decider, request)).toBe(refusal);
  });

  it('a second person is needed for a protected group and for staff', () => {
    expect(isProtected({ group: null, roles: ['user'] })).toBe(false);
    for (const isOfProtected of [true, false]) {
      const group = { name: 'board', isProtected: isOfProtected };
      expect(isProtected({ group, roles: ['user'] })).toBe(isOfProtected);
    }
    for (const role of ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] as const)
      expect(isProtected({ group: null, roles: ['user', role] })).toBe(true);
  });
});

describe('what is typed', () => {
  it('any entered text is reduced to one line', () => {
    expect(oneLine(' a\r\n\t b\u2028c\u202e ', 10)).toBe('a b c');
    expect(oneLine('\u0000 \n', 10)).toBeNull();
    expect(oneLine('x'.repeat(11), 10)).toBeNull();
    expect(oneLine('🦉'.repeat(10), 10)).toBe('🦉'.repeat(10));
  });

  it('a reason to do without a second person has to say something', () => {
    expect(checkJustification(null)).toEqual({ ok: true, value: null });
    for (const typed of ['', ' '.repeat(40), 'x'.repeat(19), 'x'.repeat(501)])
      expect(checkJustification(typed)).toEqual({ ok: false, refusal: 'justification-missing' });
    expect(checkJustification('x'.repeat(20)).ok).toBe(true);
  });
});

describe('what lets somebody in', () => {
  it('a link token has 256 random bits', () => {
    const tokens = Array.from({ length: 100 }, () => generateLinkToken(systemRandom));
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(parseLinkToken(token)).toBe(token);
    for (const other of ['', tokens[0]?.slice(1), `${tokens[0]}x`, ` ${tokens[0]?.slice(1)}`, 'ä'.repeat(43)])
      expect(parseLinkToken(other ?? '')).toBeNull();
  });

  it('a second code is read in any typed form, and has no look-alike characters', () => {
    for (let round = 0; round < 100; round++) {
      const code = generateSecondCode(systemRandom);
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
      expect(parseSecondCode(formatSecondCode(code).toLowerCase())).toBe(code);
      expect(parseSecondCode(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(code);
    }
    for (const other of ['', '0000-0000', 'ABCDEFG', 'ABCDEFGHJ', 'IIII-OOOO', '\u0000'.repeat(8)])
      expect(parseSecondCode(other)).toBeNull();
  });

  it('a second code cannot be guessed from its stored hash without the token', async () => {
    const code = generateSecondCode(systemRandom);
    const [one, two] = [generateLinkToken(systemRandom), generateLinkToken(systemRandom)];
    expect(await secondCodeHash(one, code)).not.toBe(await secondCodeHash(two, code));
    expect(await secondCodeHash(one, code)).not.toBe(await sha256OfText(code));
  });

  it('a read-out code has six digits', () => {
    const code = generateReadOutCode(systemRandom);
    expect(parseReadOutCode(` ${code.slice(0, 3)}-${code.slice(3)} `)).toBe(code);
    for (const other of ['', '12345', '1234567', '12345a', '１２３４５６']) expect(parseReadOutCode(other)).toBeNull();
  });
});

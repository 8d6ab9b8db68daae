import { describe, expect, it } from 'vitest';
import { securityContactSchema } from '@/lib/config/sections/security-contact';

describe('the contact of security researchers', () => {
  it('the security contact is one address or several, in the order configured', () => {
    const parsed = securityContactSchema.parse('mailto:security@example.org, https://example.org/report,tel:+49-30-12');
    expect(parsed).toEqual(['mailto:security@example.org', 'https://example.org/report', 'tel:+49-30-12']);
  });

  it.each([
    '',
    'security@example.org',
    'http://example.org',
    'mailto:security@example.org,',
    'mailto:a@b.example\nExpires: never',
    'https://example.org/a b',
    Array.from({ length: 6 }, () => 'https://example.org').join(','),
    `https://example.org/${'x'.repeat(200)}`,
  ])('a malformed security contact is refused: %j', (text) => {
    expect(securityContactSchema.safeParse(text).success).toBe(false);
  });
});

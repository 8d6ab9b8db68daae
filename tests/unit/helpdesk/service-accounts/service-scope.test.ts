import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/accounts/users/permission';
import { isServiceScope, SERVICE_SCOPES, serviceScopes } from '@/lib/helpdesk/service-accounts/service-scope';

describe('scopes', () => {
  it('scopes are permissions, and their list has one spelling', () => {
    expect(PERMISSIONS).toEqual(expect.arrayContaining(SERVICE_SCOPES));
    expect(serviceScopes([...SERVICE_SCOPES.toReversed(), ...SERVICE_SCOPES])).toEqual(SERVICE_SCOPES);
  });

  it('threat: none decides, makes keys, or reaches an image, a password, a link or a code', () => {
    const never = PERMISSIONS.filter((permission) =>
      /^(activation|authenticator|profile|service-account|message):|:(decide|approve|break-glass|export)$/.test(
        permission,
      ),
    );
    expect(never.length).toBeGreaterThanOrEqual(13);
    expect(never.filter(isServiceScope)).toEqual([]);
    expect(serviceScopes(PERMISSIONS)).toEqual(SERVICE_SCOPES);
  });

  it.each(['constructor', '__proto__', '', 'user:find ', 'USER:FIND'])('%j is none', (text) => {
    expect(isServiceScope(text)).toBe(false);
    expect(serviceScopes([text])).toEqual([]);
  });
});

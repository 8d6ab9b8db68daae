import { describe, expect, it } from 'vitest';
import { identityProviderFrom } from '@/lib/config/sections/identity-provider-config';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { problemsOf } from '../../support/servers/environment-problems';

const WHOLE = { TESSERA_OIDC_ISSUER: 'https://login.bank.example/realm', TESSERA_OIDC_CLIENT_ID: 'tessera' };

describe('the variables of an OpenID provider', () => {
  it('an OpenID provider needs only an issuer and a client', () => {
    expect(identityProviderFrom(readEnvironment(WHOLE))).toEqual({
      issuer: 'https://login.bank.example/realm',
      clientId: 'tessera',
      clientSecret: null,
      name: 'login.bank.example',
      strongContexts: [],
      userClaim: 'preferred_username',
      roles: null,
      creates: false,
    });
    expect(identityProviderFrom(readEnvironment({}))).toBeNull();
  });

  it('contexts and roles of a provider may contain colons', () => {
    const more = { TESSERA_OIDC_ACR: 'urn:a  urn:b', TESSERA_OIDC_ROLES_CLAIM: 'groups' };
    const roles = { TESSERA_OIDC_ROLES: 'cn=help:desk:helpdesk-agent, audit:auditor' };
    expect(identityProviderFrom(readEnvironment({ ...WHOLE, ...more, ...roles }))).toMatchObject({
      strongContexts: ['urn:a', 'urn:b'],
      roles: {
        claim: 'groups',
        fromUserinfo: false,
        mapping: [
          { value: 'cn=help:desk', role: 'helpdesk-agent' },
          { value: 'audit', role: 'auditor' },
        ],
      },
    });
  });

  it.each([
    [{ TESSERA_OIDC_ISSUER: WHOLE.TESSERA_OIDC_ISSUER }, 'TESSERA_OIDC_CLIENT_ID is needed with TESSERA_OIDC_ISSUER'],
    [{ TESSERA_OIDC_ACR: 'strong' }, 'TESSERA_OIDC_ISSUER is needed with TESSERA_OIDC_ACR'],
    [
      { ...WHOLE, TESSERA_OIDC_ROLES_CLAIM: 'groups' },
      'TESSERA_OIDC_ROLES_CLAIM and TESSERA_OIDC_ROLES are needed together',
    ],
    [
      { ...WHOLE, TESSERA_OIDC_ROLES_FROM: 'userinfo' },
      'TESSERA_OIDC_ROLES_CLAIM is needed with TESSERA_OIDC_ROLES_FROM',
    ],
    [
      { ...WHOLE, TESSERA_OIDC_ISSUER: 'http://login.bank.example' },
      'TESSERA_OIDC_ISSUER needs an https:// address, without a name, a password, a question mark or a hash',
    ],
  ])('a half-configured provider is refused: %j', (variables, problem) => {
    expect(problemsOf(variables)).toContain(problem);
  });

  it('a provider may not set accounts and roles of an authentication server that has them', () => {
    const elsewhere = { ...WHOLE, GATEWAY: 'onespan-server', TESSERA_OIDC_CREATE: '1' };
    expect(problemsOf(elsewhere).join()).toContain('TESSERA_OIDC_CREATE=1 cannot be with GATEWAY=onespan-server');
  });
});

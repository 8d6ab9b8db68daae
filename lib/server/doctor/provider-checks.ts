import type { IdentityProviderConfig } from '../../config/sections/identity-provider-config';
import { discoverProvider, type ProviderMetadata } from '../../accounts/identity-provider/discover-provider';
import { ProviderError } from '../../accounts/identity-provider/provider-error';
import { failed, ok, warning, type Check, type Finding } from './finding';

/** Checks what can be told about an OpenID provider without anybody signing in. */
export function providerChecks({ issuer, strongContexts }: IdentityProviderConfig): Check[] {
  let metadata: ProviderMetadata | null = null;
  return [
    {
      name: 'discovery',
      needs: null,
      async run() {
        try {
          metadata = await discoverProvider(issuer);
          return ok(
            `${metadata.issuer} answers, with the address of its sign-in at ${metadata.authorization_endpoint}`,
          );
        } catch (error) {
          if (error instanceof ProviderError) return FINDINGS[error.code];
          throw error;
        }
      },
    },
    { name: 'contexts', needs: 'discovery', run: async () => contextFinding(metadata, strongContexts) },
    { name: 'time of sign-in', needs: 'discovery', run: async () => timeFinding(metadata) },
  ];
}

const FINDINGS: Record<ProviderError['code'], Finding> = {
  unreachable: failed(
    'the provider does not answer',
    'Correct TESSERA_OIDC_ISSUER, let this machine through to it, and name a certificate authority of your own in NODE_EXTRA_CA_CERTS.',
  ),
  malformed: failed(
    'what answers is no OpenID provider’s discovery document, or names addresses of another scheme',
    'TESSERA_OIDC_ISSUER must be the issuer: its document is at /.well-known/openid-configuration below it.',
  ),
  'other-issuer': failed(
    'the document names another issuer',
    'Write TESSERA_OIDC_ISSUER exactly as "issuer" in the document, with or without the slash at its end.',
  ),
};

function contextFinding(metadata: ProviderMetadata | null, wanted: readonly string[]): Finding {
  if (wanted.length === 0)
    return warning(
      'no sign-in there counts as a second factor',
      'Name the values of acr that do in TESSERA_OIDC_ACR, or let staff have a passkey or a device.',
    );
  const supported = metadata?.acr_values_supported;
  const missing = supported ? wanted.filter((value) => !supported.includes(value)) : [];
  return missing.length === 0
    ? ok(supported ? 'the provider knows all of them' : 'the provider does not say which it knows')
    : warning(
        `the provider does not name ${missing.join(' ')}`,
        'Compare TESSERA_OIDC_ACR with its acr_values_supported.',
      );
}

function timeFinding(metadata: ProviderMetadata | null): Finding {
  const claims = metadata?.claims_supported;
  if (!claims || claims.includes('auth_time')) return ok('nothing speaks against it');
  return warning(
    'the provider does not name auth_time among its claims',
    'Let it add auth_time to the ID token; without it nobody can sign in.',
  );
}

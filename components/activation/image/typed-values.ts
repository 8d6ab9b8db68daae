import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';

/** What a person types in the app, as its form asks for it. The site's own app asks for no domain. */
export function typedValues(
  { registrationIdentifier, activationPassword, ownApp }: OnlineCredentials,
  { userId, domain }: { userId: string; domain: string },
): { label: string; value: string }[] {
  return [
    { label: 'User ID', value: userId },
    ...(ownApp ? [] : [{ label: 'Domain', value: domain }]),
    { label: 'Registration identifier', value: registrationIdentifier },
    { label: 'Activation password', value: activationPassword },
  ];
}

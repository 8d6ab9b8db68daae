import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { activationNames } from '@/lib/names/activation-names';

/** What a person types in the app, as its form asks for it. The site's own app asks for no domain. */
export function typedValues(
  { registrationIdentifier, activationPassword, ownApp }: OnlineCredentials,
  { userId, domain }: { userId: string; domain: string },
): { label: string; value: string }[] {
  return [
    { label: activationNames.userId, value: userId },
    ...(ownApp ? [] : [{ label: 'Domain', value: domain }]),
    { label: activationNames.registrationIdentifier, value: registrationIdentifier },
    { label: activationNames.activationPassword, value: activationPassword },
  ];
}

import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** @property inText the label as it stands within a text */
export type TypedValue = { label: string; inText: string; value: string };

/** What a person types in the app, as its form asks for it. The site's own app asks for no domain. */
export function typedValues(
  { registrationIdentifier, activationPassword, ownApp }: OnlineCredentials,
  { userId, domain }: { userId: string; domain: string },
): TypedValue[] {
  return [
    { label: t(activationNames.userId), inText: t('user id'), value: userId },
    ...(ownApp ? [] : [{ label: t('Domain'), inText: t('domain'), value: domain }]),
    {
      label: t(activationNames.registrationIdentifier),
      inText: t('registration identifier'),
      value: registrationIdentifier,
    },
    { label: t(activationNames.activationPassword), inText: t('activation password'), value: activationPassword },
  ];
}

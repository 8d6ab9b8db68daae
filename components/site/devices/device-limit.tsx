import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationLimits } from '@/lib/devices/authenticator-directory';
import { areaNames } from '@/lib/shared/names/area-names';
import { t } from '@/lib/shared/language/t';

/** That the last one is activated, and what makes room. */
export function fullWords({ used, limit, ofKind }: ActivationLimits): string {
  return ofKind
    ? t('You have {used} of {limit} phones of this kind. Remove one first to add another.', { used, limit })
    : t('You’re using {used} of {limit} devices. Remove one to add another.', { used, limit });
}

/** In the place of what would activate one more. @param mayRemove whether they can make room themselves, which an invitation does not allow */
export function DeviceLimit({ limits, mayRemove }: { limits: ActivationLimits; mayRemove: boolean }) {
  if (!mayRemove)
    return (
      <Notice tone="info">
        {t(
          'You have as many devices as you may have ({used} of {limit}). Ask the helpdesk to remove one, then load this page again.',
          limits,
        )}
      </Notice>
    );
  return (
    <Notice tone="info">
      <p>{fullWords(limits)}</p>
      <LinkButton href="/" variant="secondary">
        {t(areaNames.yourDevices)}
      </LinkButton>
    </Notice>
  );
}

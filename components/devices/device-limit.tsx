import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationLimits } from '@/lib/devices/authenticator-directory';
import { areaNames } from '@/lib/names/area-names';
import { t } from '@/lib/language/t';

/** That the last one is activated, and what makes room. */
export function fullWords({ used, limit, ofKind }: ActivationLimits): string {
  return ofKind
    ? t('You have {used} of {limit} phones of this kind. Remove one first to add another.', { used, limit })
    : t('You’re using {used} of {limit} devices. Remove one to add another.', { used, limit });
}

/** In the place of what would activate one more. */
export function DeviceLimit({ limits }: { limits: ActivationLimits }) {
  return (
    <Notice tone="info">
      <p>{fullWords(limits)}</p>
      <LinkButton href="/" variant="secondary">
        {t(areaNames.yourDevices)}
      </LinkButton>
    </Notice>
  );
}

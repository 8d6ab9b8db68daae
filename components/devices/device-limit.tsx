import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationLimits } from '@/lib/devices/authenticator-directory';
import { areaNames } from '@/lib/names/area-names';
import { t } from '@/lib/language/t';

/** In the place of what would activate one more. */
export function DeviceLimit({ limits: { used, limit } }: { limits: ActivationLimits }) {
  return (
    <Notice tone="info">
      <p>{t('You’re using {used} of {limit} devices. Remove one to add another.', { used, limit })}</p>
      <LinkButton href="/" variant="secondary">
        {t(areaNames.yourDevices)}
      </LinkButton>
    </Notice>
  );
}

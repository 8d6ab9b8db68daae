import type { DeviceDetails } from '@/lib/wire/crypto/messages/device-details-message';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { useCountdown } from './use-countdown';

/** Until when a new device signs in and vouches for nothing; nothing from then on. */
export function ProbationLine({ details }: { details: DeviceDetails | undefined }) {
  const trustedFrom = details?.trustedFrom ?? 0;
  const secondsLeft = useCountdown(trustedFrom, () => undefined);
  if (secondsLeft <= 0) return null;
  return (
    <p className="text-ink-soft">
      <RichText
        message={phoneAppNames.newDeviceUntil}
        values={{ time: <Time at={new Date(trustedFrom).toISOString()} form="upcoming" /> }}
      />
    </p>
  );
}

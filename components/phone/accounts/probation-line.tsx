import type { DeviceDetails } from '@/lib/crypto/messages/device-details-message';
import { Time } from '@/components/ui/time';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { useCountdown } from './use-countdown';

/** Until when a new device signs in and vouches for nothing; nothing from then on. */
export function ProbationLine({ details }: { details: DeviceDetails | undefined }) {
  const trustedFrom = details?.trustedFrom ?? 0;
  const secondsLeft = useCountdown(trustedFrom, () => undefined);
  if (secondsLeft <= 0) return null;
  return (
    <p className="text-ink-soft">
      {phoneAppNames.newDeviceUntil} <Time at={new Date(trustedFrom).toISOString()} /> it signs you in, and confirms
      nothing else.
    </p>
  );
}

import type { PhoneOffReason } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { t, type Message } from '@/lib/shared/language/t';
import type { PhoneWays } from './phone-sign-in-start';

/** Why phones are not asked in a way, to their person. */
export const PHONE_OFF_WORDS = {
  'not-switched-on': 'it is not switched on here',
  'not-offered': 'your authenticator app has no such function',
  'needs-password': 'it takes the person’s own password, which nobody else may hear',
} as const satisfies Record<PhoneOffReason, Message>;

/** The ways in which phones are not asked, each with its reason. */
export function OffWays({ ways: { image, push } }: { ways: Pick<PhoneWays, 'image' | 'push'> }) {
  return (
    <>
      {image !== true && (
        <p className="mt-4 text-ink-soft">
          {t('An image to scan: off, because {cause}.', { cause: t(PHONE_OFF_WORDS[image]) })}
        </p>
      )}
      {push !== true && (
        <p className="mt-4 text-ink-soft">
          {t('A request to your phone: off, because {cause}.', { cause: t(PHONE_OFF_WORDS[push]) })}
        </p>
      )}
    </>
  );
}

import { RichText } from '@/components/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import { t, type PlainMessage } from '@/lib/language/t';

type Removal = NonNullable<AuthenticatorInstance['removal']>;

const REFUSED_WORDS = {
  rejected: 'Its removal was not approved.',
  withdrawn: 'Its removal was withdrawn at the activation service.',
  changed: 'Its removal was given up, because a device was added meanwhile.',
  expired: 'Nobody approved its removal in 30 days.',
} as const satisfies Record<Exclude<Removal['state'], 'waiting'>, PlainMessage>;

/** How the removal of a device goes that waits for somebody's approval, in a line. */
export function RemovalLine({ removal }: { removal: Removal }) {
  return <p className="text-sm font-semibold text-warning">{removalWords(removal)}</p>;
}

/** The same on the device's own page, with what to do next. */
export function RemovalNotice({ removal }: { removal: Removal }) {
  if (removal.state !== 'waiting')
    return (
      <Notice tone="info" title={removalWords(removal)}>
        <p>{t('The device works as before. Remove it again if it is to go.')}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={removalWords(removal)}>
      <p>
        <RichText
          message="An administrator of your organisation has to approve the removal, requested {time}. The device works until then."
          values={{ time: <Time at={removal.since.toISOString()} form="relative" /> }}
        />
      </p>
    </Notice>
  );
}

function removalWords({ state, reference }: Removal): string {
  if (state !== 'waiting') return t(REFUSED_WORDS[state]);
  return reference === null ? t('Sent for approval') : t('Sent for approval, reference {reference}', { reference });
}

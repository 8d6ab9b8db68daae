import { RichText } from '@/components/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { HardwareRequest } from '@/lib/devices/authenticator-directory';
import { t, type Message } from '@/lib/language/t';

const REFUSED_WORDS = {
  rejected: 'The hardware authenticator {serial} was not approved',
  withdrawn: 'The request for the hardware authenticator {serial} was withdrawn',
  changed: 'The hardware authenticator {serial} was not assigned, because it was not free any more',
  expired: 'Nobody approved the hardware authenticator {serial} in 30 days',
} as const satisfies Record<Exclude<HardwareRequest['state'], 'waiting'>, Message>;

/** How it goes with a hardware authenticator that somebody has asked for, with what to do next. */
export function RequestNotice({ request }: { request: HardwareRequest }) {
  const { state, since } = request;
  if (state !== 'waiting')
    return (
      <Notice tone="info" title={requestWords(request)}>
        <p>{t('Ask your helpdesk if you need one.')}</p>
      </Notice>
    );
  return (
    <Notice tone="info" title={requestWords(request)}>
      <p>
        <RichText
          message="Requested {time}. Once an administrator of your organisation has approved it, it appears among your devices."
          values={{ time: <Time at={since.toISOString()} form="relative" /> }}
        />
      </p>
    </Notice>
  );
}

/** The same for staff, in a line. */
export function RequestLine({ request }: { request: HardwareRequest }) {
  return (
    <p className="font-semibold text-warning">
      {requestWords(request)}, <Time at={request.since.toISOString()} form="relative" />
    </p>
  );
}

function requestWords({ state, reference, serialNumber: serial }: HardwareRequest): string {
  if (state !== 'waiting') return t(REFUSED_WORDS[state], { serial });
  return reference === null
    ? t('Hardware authenticator {serial}: sent for approval', { serial })
    : t('Hardware authenticator {serial}: sent for approval, reference {reference}', { serial, reference });
}

import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { ASSIGNMENT_END_WORDS } from '@/lib/audit/events/device-events';
import type { HardwareRequest } from '@/lib/devices/authenticator-directory';
import { t } from '@/lib/shared/language/t';

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
  if (state !== 'waiting') return t(ASSIGNMENT_END_WORDS[state], { serial });
  return reference === null
    ? t('Hardware authenticator {serial}: sent for approval', { serial })
    : t('Hardware authenticator {serial}: sent for approval, reference {reference}', { serial, reference });
}

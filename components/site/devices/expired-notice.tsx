import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { ExpiredDevice } from '@/lib/devices/authenticator-directory';
import { t } from '@/lib/shared/language/t';

/** That a device signs nobody in any more, and what takes its place. @param children what leads there, where the page does not */
export function ExpiredNotice({
  device: { name, expiredAt },
  children,
}: {
  device: ExpiredDevice;
  children?: ReactNode;
}) {
  return (
    <Notice tone="warning" title={t('{device} has expired', { device: name })}>
      <p>
        <RichText
          message="It stopped working {time}. Activate a new device to sign in with."
          values={{ time: <Time at={expiredAt.toISOString()} form="relative" /> }}
        />
      </p>
      {children}
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/shared/language/t';

/** Names the trap of an activated device that works later: its activation may have ended the password. @param children whom to call */
export function NoWayIn({ usableFrom, children }: { usableFrom: Date; children?: ReactNode }) {
  return (
    <Notice tone="warning" title={t('You may not be able to sign in until then')}>
      <p>
        <RichText
          message="Activating this device may have ended your password, and the device works from {time}. Stay signed in if you need something before, or call the helpdesk."
          values={{ time: <Time at={usableFrom.toISOString()} form="upcoming" /> }}
        />
      </p>
      {children}
    </Notice>
  );
}

import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/shared/language/t';

/** Warns, before an activation, of the trap in which it ends the password days before the device works. */
export function LockOutAhead({ until }: { until: Date }) {
  return (
    <Notice tone="warning" title={t('Your password may stop before the device works')}>
      <p>
        <RichText
          message="A device that you activate now works from {time}, and activating it may end your password at once. Until then you may not be able to sign in. Wait, or call the helpdesk first."
          values={{ time: <Time at={until.toISOString()} form="upcoming" /> }}
        />
      </p>
    </Notice>
  );
}

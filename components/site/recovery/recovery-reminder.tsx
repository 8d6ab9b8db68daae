import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/** On the page of devices: whether an old code can still be found. */
export function RecoveryReminder({ code }: { code: { madeAt: Date } }) {
  return (
    <Notice tone="info" title={t('Do you still have your recovery code?')}>
      <p>
        <RichText
          message="You made it {time}. If you can’t find it, make a new one."
          values={{ time: <Time at={code.madeAt.toISOString()} form="relative" /> }}
        />
      </p>
      <LinkButton href="/profile/recovery-code" variant="secondary">
        {t('Check your recovery code')}
      </LinkButton>
    </Notice>
  );
}

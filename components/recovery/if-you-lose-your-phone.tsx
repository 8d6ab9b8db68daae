import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/t';
import { RichText } from '@/components/language/rich-text';

export type KnownCode = { madeAt: Date; isOld: boolean } | null;

/** On the page of devices: a quiet offer, or whether an old code can still be found; nothing where all is well. */
export function RecoveryReminder({ code }: { code: KnownCode }) {
  if (code?.isOld) {
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
  if (code) return null;
  return (
    <section aria-labelledby="lost-phone" className="grid justify-items-start gap-2 border-t border-line pt-5">
      <h2 id="lost-phone" className="font-semibold">
        {t('If you lose your phone')}
      </h2>
      <p className="max-w-prose text-ink-soft">
        {t('With a recovery code on paper you activate a new one yourself, without the helpdesk.')}
      </p>
      <LinkButton href="/profile/recovery-code" variant="secondary">
        {t('Make a recovery code')}
      </LinkButton>
    </section>
  );
}

/** In the profile: what there is, and the way to it. */
export function RecoveryCard({ code }: { code: KnownCode }) {
  return (
    <>
      <p className="mb-5">
        {code ? (
          <>
            <RichText
              message="You made a recovery code {time}."
              values={{ time: <Time at={code.madeAt.toISOString()} form="relative" /> }}
            />
            {code.isOld && ` ${t('That’s more than a year ago. If you can’t find it, make a new one.')}`}
          </>
        ) : (
          t('With a recovery code on paper you activate a new phone yourself, without the helpdesk.')
        )}
      </p>
      <LinkButton href="/profile/recovery-code" variant="secondary">
        {code ? t('Replace or delete it') : t('Make a recovery code')}
      </LinkButton>
    </>
  );
}

import { Notice } from '@/components/ui/notice';
import type { ActivationLimits } from '@/lib/devices/authenticator-directory';
import { t } from '@/lib/shared/language/t';

/** That nothing can be activated for a person who has reached the limit, and what makes room. */
export function NoRoom({ used, limit, ofKind }: ActivationLimits) {
  return (
    <Notice tone="warning" title={t('No room for a new device')}>
      <p>
        {ofKind
          ? t('They have {used} of {limit} phones of this kind. Locked ones count too.', { used, limit })
          : t('They have {used} of {limit} devices. Locked ones count too.', { used, limit })}{' '}
        {t(
          '{count, plural, one {Nothing can be activated until one is removed: choose it below, then “Remove”, or remove it on their page first.} other {Nothing can be activated until # are removed: remove them on their page first.}}',
          { count: used - limit + 1 },
        )}
      </p>
    </Notice>
  );
}

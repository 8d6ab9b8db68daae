import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/** @param hasOwnUsers whether people can be found without the gateway */
export function SearchUnavailable({ hasOwnUsers }: { hasOwnUsers: boolean }) {
  return (
    <Notice tone="warning" title={t('Search unavailable right now')}>
      {hasOwnUsers
        ? t(
            'The activation service is not responding. Search by name, user ID or email address, or try again in a minute.',
          )
        : t('The activation service is not responding. Try again in a minute.')}
    </Notice>
  );
}

export function SearchRefused({ refusal }: { refusal: 'query-too-short' | 'query-too-long' }) {
  const isShort = refusal === 'query-too-short';
  return (
    <Notice tone="info" title={isShort ? t('Type a little more') : t('Search is limited to 100 characters')}>
      {isShort ? t('At least one word needs two or more characters.') : t('Type fewer words.')}
    </Notice>
  );
}

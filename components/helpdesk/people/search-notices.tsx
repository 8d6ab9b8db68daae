import { Notice } from '@/components/ui/notice';

/** @param hasOwnUsers whether people can be found without the gateway */
export function SearchUnavailable({ hasOwnUsers }: { hasOwnUsers: boolean }) {
  return (
    <Notice tone="warning" title="Search unavailable right now">
      The activation service is not responding.{' '}
      {hasOwnUsers ? 'Search by name, user ID or email address, or try again in a minute.' : 'Try again in a minute.'}
    </Notice>
  );
}

export function SearchRefused({ refusal }: { refusal: 'query-too-short' | 'query-too-long' }) {
  const isShort = refusal === 'query-too-short';
  return (
    <Notice tone="info" title={isShort ? 'Type a little more' : 'Search is limited to 100 characters'}>
      {isShort ? 'At least one word needs two or more characters.' : 'Type fewer words.'}
    </Notice>
  );
}

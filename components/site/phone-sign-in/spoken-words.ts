import type { PhoneSignInView } from './run-phone-sign-in';
import { t } from '@/lib/shared/language/t';

/** What the phone is asked for. */
export type AskedFor = 'sign-in' | 'confirmation';

/** What the page's live region says. How it ended is said by the notice itself. */
export function spokenWords(view: PhoneSignInView, about: AskedFor): string {
  switch (view.stage) {
    case 'choosing':
    case 'starting':
    case 'ended':
      return '';
    case 'opening':
      return about === 'sign-in'
        ? t('Approved on the phone. Signing you in.')
        : t('Confirmed on the phone. One moment.');
    case 'shown':
      if (view.isReconnecting) return t('Connection lost. Trying again.');
      if (view.status.state === 'scanned')
        return t(
          view.image
            ? 'The phone has read the image. Type {number} on the phone.'
            : 'The phone has opened the request. Type {number} on the phone.',
          { number: view.number },
        );
      if (!view.image && view.number === '') return t('Sent. Look at your phone and approve it there.');
      if (!view.image) return t('Sent. Look at your phone and type {number} there.', { number: view.number });
      return about === 'sign-in' ? t('The sign-in image is shown.') : t('The confirmation image is shown.');
  }
}

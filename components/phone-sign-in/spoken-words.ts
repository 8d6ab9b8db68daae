import type { PhoneSignInView } from './run-phone-sign-in';

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
      return about === 'sign-in' ? 'Approved on the phone. Signing you in.' : 'Confirmed on the phone. One moment.';
    case 'shown':
      if (view.isReconnecting) return 'Connection lost. Trying again.';
      if (view.status.state === 'scanned')
        return `The phone has ${view.image ? 'read the image' : 'opened the request'}. Type ${view.number} on the phone.`;
      return view.image ? `The ${about} image is shown.` : `Sent. Look at your phone and type ${view.number} there.`;
  }
}

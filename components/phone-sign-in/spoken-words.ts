import type { PhoneSignInView } from './run-phone-sign-in';

/** What the page's live region says. How it ended is said by the notice itself. */
export function spokenWords(view: PhoneSignInView): string {
  switch (view.stage) {
    case 'starting':
    case 'ended':
      return '';
    case 'opening':
      return 'The phone has agreed. You are being signed in.';
    case 'shown':
      if (view.isReconnecting) return 'Connection lost. Trying again.';
      return view.status.state === 'scanned'
        ? `The phone has read the image. Choose ${view.number} on the phone.`
        : 'The sign-in image is shown.';
  }
}

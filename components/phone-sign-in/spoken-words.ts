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
      if (view.status.state === 'scanned')
        return `The phone has read the ${view.image ? 'image' : 'message'}. Type ${view.number} on the phone.`;
      return view.image ? 'The sign-in image is shown.' : `Sent. Look at your phone, and type ${view.number} there.`;
  }
}

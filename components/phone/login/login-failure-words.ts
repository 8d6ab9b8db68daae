import type { LoginPurpose } from '@/lib/wire/crypto/messages/login-request-message';
import { t } from '@/lib/shared/language/t';
import type { LoginFailure } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';

type Words = { title: string; text: string };

/** Why a request was not answered, and what to do. @param purpose null when the request was not read */
export function loginFailureWords(failure: LoginFailure, way: LoginSource['way'], purpose: LoginPurpose | null): Words {
  return purposeWords(purpose)[failure] ?? signInWords(failure, way);
}

function purposeWords(purpose: LoginPurpose | null): Partial<Record<LoginFailure, Words>> {
  if (purpose === 'caller-check') return callerCheckWords();
  return purpose === 'sign-in' || purpose === 'sign-in-here' || purpose === null ? {} : confirmationWords();
}

/** For a caller check, where they differ from a sign-in's. */
function callerCheckWords(): Partial<Record<LoginFailure, Words>> {
  return {
    expired: { title: t('Time’s up'), text: t('Nothing was confirmed. The helpdesk can send it again.') },
    'ended-meanwhile': {
      title: t('Time’s up'),
      text: t('The helpdesk is no longer waiting for this answer, so nothing was confirmed. It can send it again.'),
    },
    'wrong-number': {
      title: t('Wrong number'),
      text: t('Nothing was confirmed. Ask the helpdesk to send it again and to repeat the number.'),
    },
    paused: {
      title: t('Wait a moment'),
      text: t(
        'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can send it again.',
      ),
    },
    'login-refused': {
      title: t('The website refused'),
      text: t('Nothing was confirmed. The helpdesk can send it again.'),
    },
    'not-reported': {
      title: t('It had already ended'),
      text: t('It ended before your report arrived. Tell the helpdesk that someone may be calling in your name.'),
    },
    'outcome-unknown': {
      title: t('The answer was lost'),
      text: t('The helpdesk may have received it. Ask what they can see. If they see nothing, they can send it again.'),
    },
  };
}

/** For the confirmation of a change, where they differ from a sign-in's. */
function confirmationWords(): Partial<Record<LoginFailure, Words>> {
  return {
    expired: { title: t('Time’s up'), text: t('Nothing was confirmed. Start again on the website.') },
    'ended-meanwhile': {
      title: t('This request has ended'),
      text: t('It expired or was cancelled on the website. Nothing was confirmed. Start again there.'),
    },
    'wrong-number': {
      title: t('Wrong number'),
      text: t(
        'Nothing was confirmed. Start again on the website, and type the number that it shows. If someone told you a number, tell the helpdesk.',
      ),
    },
    'login-refused': { title: t('The website refused'), text: t('Nothing was confirmed. Start again on the website.') },
    'not-reported': {
      title: t('It had already ended'),
      text: t(
        'The request ended before your report arrived. Change your password, and tell the helpdesk that someone may be signed in as you.',
      ),
    },
    'outcome-unknown': {
      title: t('The answer was lost'),
      text: t('The website may have received it. Look there. If it’s still waiting, start again.'),
    },
  };
}

function signInWords(failure: LoginFailure, way: LoginSource['way']): Words {
  const isScanned = way === 'scan';
  switch (failure) {
    case 'login-not-found':
      return {
        title: isScanned ? t('This image no longer works') : t('This request has ended'),
        text: isScanned
          ? t(
              'It expired, was cancelled, or another phone has read it. Get a new image on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.',
            )
          : t(
              'It expired, was cancelled, or another phone has read it. Start again on the sign-in page. If that doesn’t help, sign in with your password and check whether this phone is locked.',
            ),
      };
    case 'not-here':
      return {
        title: t('This sign-in wasn’t started here'),
        text: t(
          'It belongs to another browser, so nobody was signed in. If someone sent you a link or an image, tell the helpdesk. To sign in on this phone, open the sign-in page yourself.',
        ),
      };
    case 'expired':
      return {
        title: t('Time’s up'),
        text: isScanned
          ? t('Nobody was signed in. Get a new image on the sign-in page whenever you are ready.')
          : t('Nobody was signed in. Start again on the sign-in page whenever you are ready.'),
      };
    case 'ended-meanwhile':
      return {
        title: t('This sign-in has ended'),
        text: isScanned
          ? t(
              'It expired or was cancelled on the sign-in page. Nobody was signed in. Get a new image on the sign-in page.',
            )
          : t(
              'It expired or was cancelled on the sign-in page. Nobody was signed in. Start again on the sign-in page.',
            ),
      };
    case 'wrong-number':
      return {
        title: t('Wrong number'),
        text: isScanned
          ? t(
              'The sign-in has ended and nobody was signed in. Get a new image on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.',
            )
          : t(
              'The sign-in has ended and nobody was signed in. Start again on the sign-in page, and type the number that it shows. If someone told you a number, tell the helpdesk.',
            ),
      };
    case 'paused':
      return {
        title: t('Wait a moment'),
        text: isScanned
          ? t(
              'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Get a new image on the sign-in page then.',
            )
          : t(
              'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Start again on the sign-in page then.',
            ),
      };
    case 'login-refused':
      return {
        title: t('The website refused'),
        text: isScanned
          ? t('Nobody was signed in. Get a new image on the sign-in page, or sign in with your password.')
          : t('Nobody was signed in. Start again on the sign-in page, or sign in with your password.'),
      };
    case 'gateway-not-genuine':
      return {
        title: t('This was not your website'),
        text: t('The server that answered doesn’t know this phone’s key, so nothing was confirmed. Tell the helpdesk.'),
      };
    case 'not-reported':
      return {
        title: t('It had already ended'),
        text: t(
          'The sign-in ended before your report arrived. Check the activity on the website, and tell the helpdesk that someone may have tried to sign in as you.',
        ),
      };
    case 'outcome-unknown':
      return {
        title: t('The answer was lost'),
        text: t(
          'The website may have signed you in. Check the sign-in page. If it’s still waiting, start again there.',
        ),
      };
  }
}

import type { SecondImageRefusal } from '@/lib/phone/offline/open-second-image';

/** What is wrong with what should be the second image, while the camera goes on looking. */
export const SECOND_IMAGE_WORDS: Record<SecondImageRefusal, string> = {
  'no-second-image': 'This is not the second image. The website shows it once it has taken the device code.',
  'malformed-second-image': 'This image is damaged or incomplete. Point the camera at the whole image on the website.',
  'still-first-image':
    'This is the first image again. Type the device code on the website; it then shows the second one.',
  'other-activation':
    'This image belongs to another activation. Scan the one on the page where you typed the device code.',
  'not-for-this-phone':
    'This image does not fit this phone’s device code. Go back and compare what you typed on the website; if it is the same, cancel here and there and begin again.',
};

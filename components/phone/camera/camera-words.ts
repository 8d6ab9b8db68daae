import type { AppPlace, Engine } from '@/lib/shared/app-place';
import type { PlainMessage } from '@/lib/shared/language/t';
import type { CameraProblem } from '@/lib/shared/phone-check';
import type { CameraView } from './follow-camera';

type Words = { title: PlainMessage; text: PlainMessage };

const WORDS = {
  opening: { title: 'Opening the camera', text: 'Allow it when your phone asks.' },
  paused: {
    title: 'The camera is paused',
    text: 'Your phone needs it for something else. The picture comes back by itself.',
  },
  blocked: {
    title: 'The camera is switched off here',
    text: 'Your organisation or the browser’s settings have switched it off for websites. The helpdesk knows more.',
  },
  busy: {
    title: 'The camera is in use',
    text: 'Another app or another tab has it. Close that one, and the picture comes by itself.',
  },
  silent: {
    title: 'The camera shows no picture',
    text: 'Close other apps that use it and try again. If that doesn’t help, restart the phone.',
  },
  missing: { title: 'No camera found', text: 'This browser sees none on this device.' },
  insecure: { title: 'The camera needs a secure address', text: 'Open this page over https.' },
} as const satisfies Record<
  Exclude<CameraView['state'], 'on' | 'refused' | 'refused-by-system' | 'unsupported'>,
  Words
>;

const REFUSED = 'The camera is not allowed';

/** Where somebody allows what they refused. */
const ALLOW = {
  iosTab:
    'Tap the page symbol (“aA”) beside the address, then “Website Settings”, and allow the camera. In another browser than Safari, allow it in Settings under that browser’s name.',
  iosApp: 'Open Settings, then Apps, Safari and Camera, and choose “Allow”. Then open this app again.',
  androidApp:
    'Open this page in the browser, tap the symbol before the address, then “Permissions”, and allow the camera.',
  android: {
    chromium: 'Tap the symbol before the address, then “Permissions”, and allow the camera.',
    gecko: 'Tap the lock before the address, and allow the camera.',
    webkit: 'Allow it for this site in your browser’s settings.',
    unknown: 'Allow it for this site in your browser’s settings.',
  },
  other: {
    chromium: 'Click the symbol before the address, and allow the camera.',
    gecko: 'Click the crossed-out camera before the address, and end the block.',
    webkit: 'Open the browser’s settings, then “Websites” and “Camera”, and allow it for this site.',
    unknown: 'Allow it for this site in your browser’s settings.',
  },
} as const satisfies Record<string, PlainMessage | Record<Engine, PlainMessage>>;

const SYSTEM = {
  ios: 'Open Settings, choose this browser’s name, and switch “Camera” on.',
  android: 'Open the phone’s settings, then “Apps”, this browser and “Permissions”, and allow the camera.',
  other: 'Open the system’s privacy settings, then “Camera”, and switch it on for this browser.',
} as const satisfies Record<AppPlace['platform'], PlainMessage>;

const UNSUPPORTED = {
  ios: 'Open this page in Safari.',
  android: 'Open this page in Chrome or Firefox.',
  other: 'Open this page in another browser.',
} as const satisfies Record<AppPlace['platform'], PlainMessage>;

/** What stands in the picture's place, with this phone's own way to change it. */
export function cameraWords(state: Exclude<CameraView['state'], 'on'>, place: AppPlace): Words {
  if (state === 'refused') return { title: REFUSED, text: wayToAllow(place) };
  if (state === 'refused-by-system')
    return { title: 'This browser may not use the camera', text: SYSTEM[place.platform] };
  if (state === 'unsupported')
    return { title: 'This browser has no camera for websites', text: UNSUPPORTED[place.platform] };
  return WORDS[state];
}

/** Whether opening the camera once more can help, without another address or browser. */
export function isWorthAnotherTry(state: CameraView['state']): state is CameraProblem {
  return !['opening', 'on', 'paused', 'insecure', 'unsupported'].includes(state);
}

function wayToAllow({ platform, engine, isInstalled }: AppPlace): PlainMessage {
  switch (platform) {
    case 'ios':
      return isInstalled ? ALLOW.iosApp : ALLOW.iosTab;
    case 'android':
      return isInstalled ? ALLOW.androidApp : ALLOW.android[engine];
    case 'other':
      return ALLOW.other[engine];
  }
}

import { cameraWords } from '../camera/camera-words';
import { clockVerdict, clockWords } from '../accounts/clock-words';
import type { AppPlace } from '@/lib/shared/app-place';
import { CAMERA_PROBLEMS, type CameraProblem, type PhoneReport } from '@/lib/shared/phone-check';
import { locale, t, type PlainMessage } from '@/lib/shared/language/t';

export type Verdict = 'works' | 'fails' | 'unknown';

/** A part of a phone in words: one line of the table that the phone and the helpdesk show. */
export type CheckLine = { about: keyof PhoneReport; part: string; verdict: Verdict; text: string };

type Words = readonly [Verdict, PlainMessage];

const CAMERA = {
  works: ['works', 'The camera gives a picture.'],
  allowed: ['works', 'There is a camera, and this site may use it.'],
  'not-asked': ['unknown', 'There is a camera. Whether it works shows when you try it.'],
  unknown: ['unknown', 'The browser doesn’t say whether it has a camera.'],
} as const satisfies Record<Exclude<PhoneReport['camera'], CameraProblem>, Words>;

const STORAGE = {
  kept: ['works', 'The browser keeps what the app stores.'],
  'not-kept': [
    'works',
    'The app can store its accounts. The browser may delete them when the phone runs out of space: keep the app on the home screen and open it now and then.',
  ],
  'deletes-unvisited': [
    'fails',
    'This browser deletes what a page stores after a week without a visit. Add the app to the home screen, and activate it there.',
  ],
  'nearly-full': ['fails', 'This phone has hardly any space left. Delete what you don’t need, then check again.'],
  refused: ['fails', 'This browser stores nothing. Leave the private window, or allow this site to store data.'],
  unknown: ['unknown', 'The browser doesn’t say whether it keeps what the app stores.'],
} as const satisfies Record<PhoneReport['storage'], Words>;

const PASSKEYS = {
  'with-prf': ['works', 'Passkeys work here, and can unlock the app.'],
  'without-prf': ['works', 'Passkeys work here for signing in. The app is unlocked with its PIN.'],
  'prf-unknown': ['works', 'Passkeys work here for signing in. Whether one can unlock the app shows when you try it.'],
  'no-screen-lock': ['fails', 'Set up a screen lock with a fingerprint, a face or a PIN. Passkeys need one.'],
  missing: ['fails', 'This browser has no passkeys. Update it, or use another one.'],
  unknown: ['unknown', 'The browser doesn’t say whether passkeys work.'],
} as const satisfies Record<PhoneReport['passkeys'], Words>;

const PUSH = {
  allowed: ['works', 'The app may notify you of sign-ins.'],
  'not-asked': ['unknown', 'The app hasn’t requested notifications yet. It does once an account is activated.'],
  refused: ['fails', 'Notifications are refused for this site. Allow them in the browser’s settings for this site.'],
  'home-screen-first': ['fails', 'Notifications reach the app on the home screen only. Add it there first.'],
  missing: ['fails', 'This browser has no notifications. Open the app when you sign in: it then shows the request.'],
  unknown: ['unknown', 'The browser doesn’t say whether notifications work.'],
} as const satisfies Record<PhoneReport['push'], Words>;

const HOME_SCREEN_HOW = {
  ios: 'Tap Share, then “Add to Home Screen”.',
  android: 'Open the browser’s menu and tap “Add to Home screen”.',
  other: 'The browser’s menu may offer to install the app.',
} as const satisfies Record<PhoneReport['platform'], PlainMessage>;

const NETWORK = {
  'gateway-silent': [
    'fails',
    'The website answers, but the activation service behind it doesn’t. Try again in a minute; the helpdesk can look into it.',
  ],
  'website-silent': ['fails', 'The website doesn’t answer. Check the phone’s internet connection, then check again.'],
  unknown: ['unknown', 'The network could not be tried.'],
} as const satisfies Record<Exclude<PhoneReport['network'], 'answered' | 'slow'>, Words>;

const OFFLINE_START = {
  ready: ['works', 'The app starts without a network.'],
  'not-yet': ['unknown', 'The app has not been opened in this browser yet. Once it has, it starts without a network.'],
  missing: ['fails', 'This browser can’t keep the app for a time without a network. The app needs one each time.'],
  unknown: ['unknown', 'The browser doesn’t say whether the app starts without a network.'],
} as const satisfies Record<PhoneReport['offlineStart'], Words>;

/** What a phone found out about itself, in the reader's language. */
export function checkLines(report: PhoneReport): CheckLine[] {
  return [
    cameraLine(report),
    line('storage', 'Storage', STORAGE[report.storage]),
    clockLine(report),
    line('passkeys', 'Passkeys', PASSKEYS[report.passkeys]),
    line('push', 'Notifications', PUSH[report.push]),
    homeScreenLine(report),
    networkLine(report),
    line('offlineStart', 'Start without a network', OFFLINE_START[report.offlineStart]),
  ];
}

function line(about: keyof PhoneReport, part: PlainMessage, [verdict, text]: Words): CheckLine {
  return { about, part: t(part), verdict, text: t(text) };
}

function cameraLine({ camera, platform, engine, homeScreen }: PhoneReport): CheckLine {
  if (!isProblem(camera)) return line('camera', 'Camera', CAMERA[camera]);
  const place: AppPlace = { platform, engine, isInstalled: homeScreen === 'installed', deletesUnvisited: false };
  const { title, text } = cameraWords(camera, place);
  return { about: 'camera', part: t('Camera'), verdict: 'fails', text: `${t(title)}. ${t(text)}` };
}

const PROBLEMS: ReadonlySet<string> = new Set(CAMERA_PROBLEMS);

function isProblem(camera: PhoneReport['camera']): camera is CameraProblem {
  return PROBLEMS.has(camera);
}

function clockLine({ clockSeconds }: PhoneReport): CheckLine {
  return {
    about: 'network',
    part: t('Clock'),
    verdict: clockVerdict(clockSeconds),
    text: clockWords(clockSeconds ?? 'unknown'),
  };
}

function homeScreenLine({ homeScreen, platform }: PhoneReport): CheckLine {
  const head = { about: 'homeScreen', part: t('Home screen') } as const;
  const how = t(HOME_SCREEN_HOW[platform]);
  switch (homeScreen) {
    case 'installed':
      return { ...head, verdict: 'works', text: t('The app was opened from the home screen.') };
    case 'needed':
      return { ...head, verdict: 'fails', text: `${t('The app is not on the home screen, where it is kept.')} ${how}` };
    case 'possible':
      return {
        ...head,
        verdict: 'works',
        text: `${t('The app works in the browser, and on the home screen too.')} ${how}`,
      };
    case 'unknown':
      return { ...head, verdict: 'unknown', text: t('The browser doesn’t say whether the app is on the home screen.') };
  }
}

function networkLine({ network, answeredMs }: PhoneReport): CheckLine {
  const head = { about: 'network', part: t('Network') } as const;
  if (network === 'answered' || network === 'slow') {
    const time = new Intl.NumberFormat(locale(), { style: 'unit', unit: 'millisecond' }).format(answeredMs ?? 0);
    return network === 'answered'
      ? { ...head, verdict: 'works', text: t('The website and its activation service answered in {time}.', { time }) }
      : {
          ...head,
          verdict: 'works',
          text: t('The website and its activation service answered in {time}, which is slow.', { time }),
        };
  }
  const [verdict, text] = NETWORK[network];
  return { ...head, verdict, text: t(text) };
}

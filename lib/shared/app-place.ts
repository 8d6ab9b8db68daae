import { kindOfDevice } from './device-model';

export const ENGINES = ['chromium', 'gecko', 'webkit', 'unknown'] as const;
export type Engine = (typeof ENGINES)[number];

export const PLATFORMS = ['ios', 'android', 'other'] as const;
/** `ios`: iPhone and iPad. */
export type Platform = (typeof PLATFORMS)[number];

/** Where the phone app runs. */
export type AppPlace = {
  engine: Engine;
  platform: Platform;
  /** Opened from the home screen, and not in a tab. On iOS the app there has a storage of its own. */
  isInstalled: boolean;
  /** Whether what a script stores here is deleted after seven days of the browser's use without a visit. */
  deletesUnvisited: boolean;
};

export type PlaceClues = { userAgent: string; touchPoints: number; isInstalled: boolean };

/**
 * The first match counts: Chromium says that it is Safari too, and each says that it is like Gecko. On iOS Chrome and Firefox
 * call themselves CriOS and FxiOS, and are WebKit.
 */
const ENGINE_MARKS: readonly (readonly [RegExp, Engine])[] = [
  [/\b(Headless)?Chrom(e|ium)\//, 'chromium'],
  [/\bAppleWebKit\//, 'webkit'],
  [/\bGecko\/\d/, 'gecko'],
];

export function placeOf({ userAgent, touchPoints, isInstalled }: PlaceClues): AppPlace {
  const kind = kindOfDevice({ userAgent, touchPoints, model: '' });
  const engine = ENGINE_MARKS.find(([mark]) => mark.test(userAgent))?.[1] ?? 'unknown';
  const platform = PLATFORM_OF[kind ?? ''] ?? 'other';
  // WebKit's "7-day cap on all script-writeable storage" of Safari 13.1 and iOS 13.4; apps on the home screen are exempt.
  const deletesUnvisited = engine === 'webkit' && (platform === 'ios' || kind === 'Mac') && !isInstalled;
  return { engine, platform, isInstalled, deletesUnvisited };
}

const PLATFORM_OF: Readonly<Partial<Record<string, Platform>>> = {
  iPhone: 'ios',
  iPad: 'ios',
  'Android phone': 'android',
  'Android tablet': 'android',
};

/** Safari's own property, missing in the DOM's types. */
type WithStandalone = { standalone?: boolean };

/** Asks the browser. */
export function readAppPlace(window: Window): AppPlace {
  const { userAgent, maxTouchPoints: touchPoints, standalone } = window.navigator as Navigator & WithStandalone;
  const isInstalled = standalone === true || window.matchMedia('(display-mode: standalone)').matches;
  return placeOf({ userAgent, touchPoints, isInstalled });
}

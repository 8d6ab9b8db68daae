import { oneLine } from './text/one-line';

/** What a browser tells of the device that it runs on. @property model by client hints, such as "Pixel 9"; empty for none */
export type DeviceClues = { userAgent: string; model: string; touchPoints: number };

/** A device without a model's name. */
export type DeviceKind =
  | 'iPhone'
  | 'iPad'
  | 'Android phone'
  | 'Android tablet'
  | 'Windows computer'
  | 'Mac'
  | 'Chromebook'
  | 'Linux computer';

/** The first match counts. An iPad calls itself a Mac, which has no touch screen. */
const KINDS: readonly (readonly [(clues: DeviceClues) => boolean, DeviceKind])[] = [
  [({ userAgent }) => /\biPhone\b/.test(userAgent), 'iPhone'],
  [
    ({ userAgent, touchPoints }) => /\biPad\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touchPoints > 1),
    'iPad',
  ],
  [({ userAgent }) => /\bAndroid\b.*\bMobile\b/.test(userAgent), 'Android phone'],
  [({ userAgent }) => /\bAndroid\b/.test(userAgent), 'Android tablet'],
  [({ userAgent }) => /\bWindows\b/.test(userAgent), 'Windows computer'],
  [({ userAgent }) => /\bMac OS X\b/.test(userAgent), 'Mac'],
  [({ userAgent }) => /\bCrOS\b/.test(userAgent), 'Chromebook'],
  [({ userAgent }) => /\bLinux\b/.test(userAgent), 'Linux computer'],
];

const HAND_HELD: ReadonlySet<DeviceKind> = new Set(['iPhone', 'iPad', 'Android phone', 'Android tablet']);

/** In characters. */
const LONGEST_MODEL = 40;

export function kindOfDevice(clues: DeviceClues): DeviceKind | null {
  return KINDS.find(([fits]) => fits(clues))?.[1] ?? null;
}

/** Whether the browser runs on a phone or tablet. */
export function isHandHeld(clues: DeviceClues): boolean {
  const kind = kindOfDevice(clues);
  return kind !== null && HAND_HELD.has(kind);
}

/** The model's name where there is one; the user agent's "K" of every Android device is none. */
export function modelOfDevice({ model }: DeviceClues): string | null {
  const name = oneLine(model, LONGEST_MODEL);
  return name === null || name.length < 2 ? null : name;
}

/** Asks the browser. It tells the model where the page is secure, and the browser is one that has client hints. */
export async function readDeviceClues(navigator: Navigator): Promise<DeviceClues> {
  const { userAgent, maxTouchPoints: touchPoints } = navigator;
  return { userAgent, touchPoints, model: await readModel(navigator) };
}

/** User-Agent Client Hints §4.1.2: not in the types of the DOM yet. */
type WithHints = { userAgentData?: { getHighEntropyValues: (hints: string[]) => Promise<{ model?: string }> } };

async function readModel(navigator: Navigator & WithHints): Promise<string> {
  const values = await navigator.userAgentData?.getHighEntropyValues(['model']).catch(() => null);
  return values?.model ?? '';
}

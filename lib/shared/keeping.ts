import { ENGINES, PLATFORMS, readAppPlace, type AppPlace } from './app-place';
import { isJsonObject } from './json-object';

const ANSWERS = ['kept', 'not-kept', 'not-offered'] as const;

/**
 * How a phone's browser keeps what the app stores, the device's key with it.
 * @property storage whether the browser has said that it deletes nothing by itself (Storage §6, `persisted`); `not-offered`
 *   where it cannot be asked
 */
export type Keeping = AppPlace & { storage: (typeof ANSWERS)[number] };

/**
 * How a device may be lost, with nobody deleting it. `unvisited`: seven days of the browser's use without a visit. `space`: a
 * full disk. Null for what was kept, and for an app on the home screen, which goes only with everything else.
 */
export type LossRisk = 'unvisited' | 'space' | null;

export function lossRisk({ deletesUnvisited, isInstalled, storage }: Keeping): LossRisk {
  // WebKit does not say that it spares what is kept.
  if (deletesUnvisited) return 'unvisited';
  return isInstalled || storage === 'kept' ? null : 'space';
}

/** @returns null for anything else; further members are left out */
export function parseKeeping(value: unknown): Keeping | null {
  if (!isJsonObject(value)) return null;
  const engine = ENGINES.find((one) => one === value['engine']);
  const platform = PLATFORMS.find((one) => one === value['platform']);
  const storage = ANSWERS.find((one) => one === value['storage']);
  const { isInstalled, deletesUnvisited } = value;
  if (!engine || !platform || !storage) return null;
  if (typeof isInstalled !== 'boolean' || typeof deletesUnvisited !== 'boolean') return null;
  return { engine, platform, isInstalled, deletesUnvisited, storage };
}

export function isSameKeeping(left: Keeping, right: Keeping): boolean {
  return JSON.stringify(parseKeeping(left)) === JSON.stringify(parseKeeping(right));
}

/** What the browser says now. */
export async function readKeeping(window: Window): Promise<Keeping> {
  const { storage } = window.navigator as Partial<Navigator>;
  const isKept = await storage?.persisted?.().catch(() => undefined);
  const answer = isKept === undefined ? 'not-offered' : isKept ? 'kept' : 'not-kept';
  return { ...readAppPlace(window), storage: answer };
}

/** Asks the browser to keep everything. It may ask its user, and answer late or never. */
export async function askToKeep(window: Window): Promise<void> {
  const { storage } = window.navigator as Partial<Navigator>;
  await storage?.persist?.().catch(() => false);
}

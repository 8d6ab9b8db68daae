import type { Cameras, Engine, InstalledEngine } from './engine';
import { findFirefox, Firefox } from './firefox';
import { findWebKit, WebKit } from './webkit';

export const FIREFOX = installed('Firefox', 'firefox-esr', findFirefox(), Firefox.start);
export const WEBKIT = installed('WebKit', 'webkitgtk-webdriver and xvfb', findWebKit(), WebKit.start);

/** The engines beside the one that all other tests run in. */
export const ENGINES = [FIREFOX, WEBKIT] as const;

function installed(
  name: string,
  packages: string,
  binary: string | null,
  start: (binary: string, cameras: Cameras) => Promise<Engine>,
): InstalledEngine {
  return { name, packages, start: binary === null ? null : (cameras) => start(binary, cameras) };
}

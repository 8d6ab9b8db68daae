import type { InstalledEngine } from './engine';
import { findFirefox, Firefox } from './firefox';
import { findWebKit, WebKit } from './webkit';

export const FIREFOX = installed('Firefox', 'firefox-esr', findFirefox(), (binary) => Firefox.start(binary));
export const WEBKIT = installed('WebKit', 'webkitgtk-webdriver and xvfb', findWebKit(), (binary) =>
  WebKit.start(binary),
);

/** The engines beside the one that all other tests run in. */
export const ENGINES = [FIREFOX, WEBKIT] as const;

function installed(
  name: string,
  packages: string,
  binary: string | null,
  start: (binary: string) => ReturnType<NonNullable<InstalledEngine['start']>>,
): InstalledEngine {
  return { name, packages, start: binary === null ? null : () => start(binary) };
}

import type { LaunchOptions } from '@playwright/test';
import { findChromium, findHeadlessShell } from './find-chromium';

/**
 * Features that are off: all that Playwright turns off, because a second list takes the place of the first, and the
 * suggestions below the address bar, which cost each page more than the page itself.
 */
const FEATURES_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** How tests open the site's pages: in the headless shell where there is one, otherwise in the whole browser. */
export function pageBrowserOptions(): LaunchOptions {
  return launchOptions(findHeadlessShell() ?? findChromium());
}

/** The whole browser, for phones, which have notifications, and for benches: the system's Chromium when there is one. */
export function browserOptions(): LaunchOptions {
  return launchOptions(findChromium());
}

/** No traffic of the browser's own. */
function launchOptions(executablePath: string | null): LaunchOptions {
  const asRoot = process.getuid?.() === 0;
  return {
    ...(executablePath === null ? {} : { executablePath }),
    // Playwright turns this off; people's browsers bring pages back from it, secrets included unless they are cleared.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      `--disable-features=${FEATURES_OFF.join(',')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...(asRoot ? ['--no-sandbox'] : []),
    ],
  };
}

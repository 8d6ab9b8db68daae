import { existsSync } from 'node:fs';
import { MINUTE } from '@/lib/shared/time/duration';
import { findChromium } from './find-chromium';
import { runProgram } from '../servers/run-program';

/**
 * Finds a Chromium or installs one.
 * @throws Error with one sentence for the person at the terminal
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;

  console.log('No Chromium found; asking Playwright to download its own.');
  await runProgram('playwright', ['install', 'chromium'], { timeoutMs: 3 * MINUTE });
  const downloaded = findChromium();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log("Playwright's Chromium cannot be used here; installing the distribution's package.");
    await runProgram('apt-get', ['update'], { timeoutMs: 3 * MINUTE });
    await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      timeoutMs: 10 * MINUTE,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('The end-to-end tests need a browser: install Chromium or Google Chrome and run the command again.');
}

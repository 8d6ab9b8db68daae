import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { repository } from './repository';

export const PIN = '135790';

type PhoneRun = { code: number | null; output: string };

/** A phone that scans what a page shows: `npm run phone` as a process of its own, with its own key store. */
export class Phone {
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  readonly #store = join(this.#directory, 'store.json');
  readonly #gateway: string;

  /** @param gateway address of the site, or of a `PhoneLine` in front of it */
  constructor(gateway: string) {
    this.#gateway = gateway;
  }

  /** Takes a picture of the page as a person sees it and activates from that. */
  async scan(page: Page): Promise<PhoneRun> {
    return await this.scanShot(await page.screenshot());
  }

  /** @param shot PNG of a whole page */
  async scanShot(shot: Uint8Array): Promise<PhoneRun> {
    const image = join(this.#directory, 'shot.png');
    writeFileSync(image, shot);
    return await this.#run('--image', image, '--pin', PIN, '--gateway', this.#gateway, '--store', this.#store);
  }

  /** The one-time password that the phone shows at a time. */
  async oneTimePassword(): Promise<string> {
    const { output } = await this.#run('--otp', '--pin', PIN, '--store', this.#store);
    const [password] = /\b\d{6,8}\b/.exec(output) ?? [];
    if (password === undefined) throw new Error(`the phone shows no one-time password: ${output}`);
    return password;
  }

  async #run(...args: string[]): Promise<PhoneRun> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/command-line/phone.ts', ...args], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    await once(child, 'close');
    return { code: child.exitCode, output };
  }
}

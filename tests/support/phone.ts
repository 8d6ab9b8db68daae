import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { findQrText } from '@/lib/authenticator-app/find-qr-text';
import { activatePhone } from '@/lib/command-line/activate-phone';
import { MovingClock } from './moving-clock';
import { runCommand, type CommandRun } from './run-command';

const PIN = '135790';

/** A phone that scans what a page shows: `npm run phone` as a process of its own, with its own key store. */
export class Phone {
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  readonly #store = join(this.#directory, 'store.json');
  readonly clock = new MovingClock(join(this.#directory, 'clock'));
  readonly #gateway: string;

  /** @param gateway address of the site, or of a `PhoneLine` in front of it */
  constructor(gateway: string) {
    this.#gateway = gateway;
  }

  /** Deletes its key store. */
  dispose(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Takes a picture of the page as a person sees it and activates from that. */
  async scan(page: Page): Promise<CommandRun> {
    return await this.scanShot(await page.screenshot());
  }

  /** @param shot PNG of a whole page */
  async scanShot(shot: Uint8Array): Promise<CommandRun> {
    const image = join(this.#directory, 'shot.png');
    writeFileSync(image, shot);
    return await runCommand('phone', [
      '--image',
      image,
      '--pin',
      PIN,
      '--gateway',
      this.#gateway,
      '--store',
      this.#store,
    ]);
  }

  /** Activates in this process, and does something of the test's own while the person is choosing a PIN. */
  async scanAndPause(page: Page, whileChoosingPin: () => Promise<void>): Promise<void> {
    const text = findQrText(PNG.sync.read(await page.screenshot()));
    if (text === null) throw new Error('the page shows no image');
    const activated = await activatePhone({
      text,
      siteUrl: this.#gateway,
      description: 'A phone under test',
      say: () => {},
      choosePin: async () => {
        await whileChoosingPin();
        return PIN;
      },
    });
    if (!activated.ok) throw new Error(`the phone was refused: ${activated.refusal}`);
  }

  /** The one-time password that the phone shows now. */
  async oneTimePassword(): Promise<string> {
    const { output } = await runCommand('phone', ['--otp', '--pin', PIN, '--store', this.#store], {
      clock: this.clock,
    });
    const [password] = /\b\d{6,8}\b/.exec(output) ?? [];
    if (password === undefined) throw new Error(`the phone shows no one-time password: ${output}`);
    return password;
  }
}

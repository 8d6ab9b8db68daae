import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { findCode } from '@/lib/phone/scanning/find-code';
import { activatePhone } from '@/lib/cli/phone/activate-phone';
import { PendingFile } from '@/lib/cli/phone/pending-file';
import { runPhone } from '@/lib/cli/phone/run-phone';
import { SiteKeyFile } from '@/lib/cli/phone/site-key-file';
import { MovingClock } from '@/lib/kit/server/moving-clock';
import { runCommand, type CommandOptions, type CommandRun } from '../servers/run-command';

const PIN = '135790';

/** A number, `cancel` or `not-me`; or a function that is called for the number once the phone has printed who asks. */
type LoginAnswer = string | (() => string);

/**
 * `npm run phone` with a store of its own, which scans pages. Commands that need a clock or typed answers run in a process of
 * their own; the others run in this one, because starting a process takes as long as activating.
 */
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

  /** Activates from a screenshot of the page. */
  async scan(page: Page): Promise<CommandRun> {
    return await this.scanShot(await page.screenshot());
  }

  /** @param shot PNG of a whole page */
  async scanShot(shot: Uint8Array): Promise<CommandRun> {
    return await this.#run(['--image', this.#keep(shot)]);
  }

  /** Activates from the page's link. */
  async openLink(link: string): Promise<CommandRun> {
    return await this.#run(['--link', link]);
  }

  /**
   * Scans the sign-in image and answers it.
   * @param shot PNG of a whole page
   */
  async login(shot: Uint8Array, answer: LoginAnswer): Promise<CommandRun> {
    const args = ['--login', '--image', this.#keep(shot)];
    if (answer === 'cancel' || answer === 'not-me') return await this.#run([...args, `--${answer}`]);
    if (typeof answer === 'string') return await this.#run([...args, '--number', answer]);
    const reply = (output: string) => (output.includes('shows a number of two digits') ? `${answer()}\n` : null);
    return await this.#run([...args, '--number', '-'], { reply });
  }

  /**
   * Scans the image of what the site wants to have confirmed, and confirms it.
   * @param shot PNG of a whole page
   */
  async confirm(shot: Uint8Array, number: string): Promise<CommandRun> {
    return await this.#run(['--confirm', '--image', this.#keep(shot), '--number', number]);
  }

  /**
   * Activates in this process, and runs a callback between connections 3 and 4.
   * @param shot PNG of a whole page
   */
  async scanShotAndPause(shot: Buffer, whileChoosingPin: () => Promise<void>): Promise<void> {
    const code = findCode(PNG.sync.read(shot));
    if (!code) throw new Error('the page shows no image');
    const activated = await activatePhone({
      code,
      source: 'image',
      siteUrl: this.#gateway,
      pins: new SiteKeyFile(join(this.#directory, 'site-keys.json')),
      pending: new PendingFile(join(this.#directory, 'pending.json')),
      description: 'A phone under test',
      say: () => {},
      choosePin: async () => {
        await whileChoosingPin();
        return PIN;
      },
    });
    if (!activated.ok) throw new Error(`the phone was refused: ${activated.refusal}`);
  }

  async oneTimePassword(): Promise<string> {
    const { output } = await this.#run(['--otp'], { clock: this.clock });
    const [password] = /\b\d{6,8}\b/.exec(output) ?? [];
    if (password === undefined) throw new Error(`the phone shows no one-time password: ${output}`);
    return password;
  }

  #keep(shot: Uint8Array): string {
    const image = join(this.#directory, 'shot.png');
    writeFileSync(image, shot);
    return image;
  }

  async #run(args: string[], options?: CommandOptions): Promise<CommandRun> {
    const all = [...args, '--pin', PIN, '--gateway', this.#gateway, '--store', this.#store];
    if (options) return runCommand('phone', all, options);
    const said: string[] = [];
    const complaints: string[] = [];
    const say = (text: string) => void said.push(`${text}\n`);
    const complain = (text: string) => [said, complaints].forEach((heard) => heard.push(`${text}\n`));
    const code = await runPhone(all, { say, complain });
    return { code, output: said.join(''), errors: complaints.join('') };
  }
}

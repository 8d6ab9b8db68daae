import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PhoneStore } from '@/lib/cli/phone/phone-store';
import { runPhone } from '@/lib/cli/phone/run-phone';

const PIN = '135790';

/** @property words the last thing that the phone said */
export type PhoneTry = { isDone: boolean; words: string };

/** `npm run phone` in this process, whose words are read. */
export class TerminalPhone {
  readonly #directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  readonly #store = join(this.#directory, 'store.json');

  /**
   * @param args beside the PIN, the store and the site
   * @param site origin of the site, or of a line in front of it
   */
  async run(args: string[], site: string): Promise<PhoneTry> {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const all = [...args, '--pin', PIN, '--gateway', site, '--store', this.#store];
    const isDone = (await runPhone(all, { say, complain: say })) === 0;
    return { isDone, words: said.at(-1) ?? '' };
  }

  /** Where the last photograph lies. */
  get picture(): string {
    return join(this.#directory, 'shot.png');
  }

  /** @param shot PNG of a page */
  photograph(shot: Uint8Array): void {
    writeFileSync(this.picture, shot);
  }

  async oneTimePassword(): Promise<string> {
    const { words } = await this.run(['--otp'], 'http://localhost');
    const [password] = /\b\d{6,8}\b/.exec(words) ?? [];
    if (password === undefined) throw new Error(`the phone shows no one-time password: ${words}`);
    return password;
  }

  /** What it has stored. */
  get kept(): string {
    const devices = new PhoneStore(this.#store).list().length;
    if (devices > 0) return 'the device';
    return existsSync(`${this.#store}.pending`) ? 'the last call' : 'nothing';
  }

  dispose(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

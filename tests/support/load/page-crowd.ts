import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { repository } from '../repository';

/** A page that waits. @property url with the version that it knows */
export type WaitingPage = { url: string; cookie: string };

export type CrowdOrder = { kind: 'come'; pages: WaitingPage[]; perSecond: number } | { kind: 'report' };

/** What has happened to the pages since the last report. */
export type CrowdReport = {
  answers: number;
  /** Questions that wait for their answer right now. */
  held: number;
  /** What the server has told pages to wait, in milliseconds. */
  awayMs: number[];
  /** How often, by code. */
  errors: Record<string, number>;
};

/** Many waiting pages from several addresses, in a process of their own. */
export class PageCrowd {
  readonly #child: ChildProcess;

  constructor() {
    const program = new URL('./page-crowd-program.ts', import.meta.url);
    this.#child = fork(program, { cwd: repository, execArgv: ['--import', 'tsx'] });
  }

  /** They do not all open in the same moment. */
  come(pages: WaitingPage[], perSecond: number): void {
    this.#child.send({ kind: 'come', pages, perSecond } satisfies CrowdOrder);
  }

  async report(): Promise<CrowdReport> {
    const answer = once(this.#child, 'message');
    this.#child.send({ kind: 'report' } satisfies CrowdOrder);
    const [report]: CrowdReport[] = await answer;
    if (!report) throw new TypeError('the crowd said nothing');
    return report;
  }

  /** All pages are gone at once, without a word. */
  async vanish(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

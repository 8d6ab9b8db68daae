import { HANG_MS } from '@/lib/kit/poll';
import type { FakePhone } from '../doubles/fake-phone';
import { beginOverHttp, finishOverHttp, type BegunActivation } from './activate-over-http';
import type { HttpClient } from './http-client';
import { LoadFailure } from './load-failure';
import { LoadPage } from './load-page';
import type { LoadPerson } from './load-people';

/**
 * People who activate one phone after the other until they are stopped, each by a page that is loaded anew. A page whose form is
 * gone with its version is loaded once more, as it asks for.
 */
export class ActivatingCrowd {
  /** Of activations that ended well. */
  readonly phones: FakePhone[] = [];
  readonly failures: unknown[] = [];
  /** Milliseconds from the press to the page's "activated". */
  readonly taken: number[] = [];
  reloads = 0;
  readonly #client: HttpClient;
  readonly #working: Promise<void>[];
  #isStopped = false;

  constructor(client: HttpClient, people: readonly LoadPerson[]) {
    this.#client = client;
    this.#working = people.map((person) => this.#work(person));
  }

  /** Lets everybody finish what they have begun. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#working);
  }

  /** An activation that waits for its phone. */
  async begin(person: LoadPerson): Promise<BegunActivation> {
    try {
      return await this.#press(person);
    } catch (error) {
      const isOutdated = error instanceof LoadFailure && error.status === 404;
      if (!isOutdated) throw error;
      this.reloads += 1;
      return this.#press(person);
    }
  }

  async finish(begun: BegunActivation): Promise<void> {
    await finishOverHttp(begun);
    this.phones.push(begun.phone);
  }

  async #press(person: LoadPerson): Promise<BegunActivation> {
    const action = await new LoadPage(this.#client, person).findStartAction();
    return beginOverHttp(this.#client, person, action);
  }

  async #work(person: LoadPerson): Promise<void> {
    while (!this.#isStopped) {
      const begunAt = performance.now();
      try {
        await this.finish(await this.begin(person));
        this.taken.push(performance.now() - begunAt);
      } catch (error) {
        this.failures.push(error);
        // So many of them tell no more.
        if (this.failures.length > 20 || performance.now() - begunAt > HANG_MS) return;
      }
    }
  }
}

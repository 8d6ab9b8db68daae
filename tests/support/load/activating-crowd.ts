import { HANG_MS } from '@/lib/kit/poll';
import type { FakePhone } from '../doubles/fake-phone';
import { beginOverHttp, finishOverHttp, type BegunActivation } from './activate-over-http';
import type { HttpClient } from './http-client';
import { LoadFailure } from './load-failure';
import { LoadPage } from './load-page';
import type { LoadPerson } from './load-people';

/**
 * People who activate phones until they are stopped, in turns, each by a page that is loaded anew. A page whose form is gone with its
 * version is loaded once more, as it asks for.
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

  /**
   * @param people so many that none presses buttons faster than the site takes from one person
   * @param atOnce how many of them are at it
   */
  constructor(client: HttpClient, people: readonly LoadPerson[], atOnce: number) {
    this.#client = client;
    this.#working = Array.from({ length: atOnce }, (_, turn) =>
      this.#work(people.filter((_person, index) => index % atOnce === turn)),
    );
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

  async #work(people: readonly LoadPerson[]): Promise<void> {
    for (let turn = 0; !this.#isStopped; turn = (turn + 1) % people.length) {
      const person = people[turn];
      if (!person) throw new RangeError('nobody to activate a phone');
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

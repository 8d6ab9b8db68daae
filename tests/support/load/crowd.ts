import type { LoadPerson } from './load-people';

/** People of whom each is busy with one thing at a time; who has waited longest is next. */
export class Crowd {
  readonly #idle: LoadPerson[];

  constructor(people: readonly LoadPerson[]) {
    this.#idle = [...people];
  }

  async lend(work: (person: LoadPerson) => Promise<void>): Promise<void> {
    const person = this.#idle.shift();
    if (!person) throw new Error('everybody is busy');
    try {
      await work(person);
    } finally {
      this.#idle.push(person);
    }
  }
}

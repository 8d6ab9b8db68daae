/** The endpoint does not do what the clause says. Both sentences are shown; neither holds a secret. */
export class Deviation extends Error {
  override readonly name = 'Deviation';
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, actual: string) {
    super(`expected ${expected}, saw ${actual}`);
    this.expected = expected;
    this.seen = actual;
  }
}

/** A prerequisite of a check was not available. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** No server answers at the endpoint's address, so that nothing can be checked. */
export class NoAnswer extends Error {}

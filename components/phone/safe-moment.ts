/**
 * When the app may be loaded anew: never while an activation, the entry of a PIN or a sign-in is under way, which its page
 * has in memory alone.
 */
export class SafeMoment {
  #isUnderWay = false;
  readonly #waiting: (() => void)[] = [];

  /** Does it now, or once nothing is under way. */
  wait(work: () => void): void {
    if (this.#isUnderWay) this.#waiting.push(work);
    else work();
  }

  tell(isUnderWay: boolean): void {
    this.#isUnderWay = isUnderWay;
    if (!isUnderWay) for (const work of this.#waiting.splice(0)) work();
  }
}

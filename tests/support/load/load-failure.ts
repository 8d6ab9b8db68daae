import type { HttpAnswer } from './http-client';

/** An answer that the load did not ask for. */
export class LoadFailure extends Error {
  readonly status: number;

  constructor(what: string, { status, body }: HttpAnswer) {
    super(`${what} was answered ${status}: ${body.slice(0, 200)}`);
    this.status = status;
  }
}

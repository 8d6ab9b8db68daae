import type { HttpAnswer } from './http-client';

/** An answer that the load did not ask for. */
export class LoadFailure extends Error {
  readonly status: number;
  /** Of the rule that refused, where the answer names one. */
  readonly code: string | null;

  constructor(what: string, { status, body }: HttpAnswer) {
    super(`${what} was answered ${status}: ${body.slice(0, 200)}`);
    this.status = status;
    this.code = /"code":"([a-z0-9-]+)"/.exec(body)?.[1] ?? null;
  }
}

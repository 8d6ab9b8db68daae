/** Whether our own code is at fault (`TypeError`, `RangeError`), so that asking again would only meet it again. */
export function isProgrammingError(error: unknown): error is TypeError | RangeError {
  return error instanceof TypeError || error instanceof RangeError;
}

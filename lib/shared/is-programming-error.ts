/** Whether an error is a bug (`TypeError`, `RangeError`), which a retry would only repeat. */
export function isProgrammingError(error: unknown): error is TypeError | RangeError {
  return error instanceof TypeError || error instanceof RangeError;
}

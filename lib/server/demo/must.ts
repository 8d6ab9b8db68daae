import type { Result } from '../../shared/result';

/** The story is written so that nothing refuses. @throws TypeError when something does */
export function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new TypeError(`the demo was refused: ${result.refusal}`);
  return result.value;
}

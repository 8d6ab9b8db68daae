/** `npm test -- --all`: races, fuzzing and sweeps at the volume of a load test. */
export const isWholeRun = process.env['TESSERA_TEST_ALL'] === '1';

/**
 * How often something is played whose fault shows in one try of many.
 * @param few is enough to fail by a fault that was put back in, nearly always
 * @param all finds what happens seldom
 */
export function rounds(few: number, all: number): number {
  return isWholeRun ? all : few;
}

import { test } from '@playwright/test';

/** Does something as a step of the test that runs, by which reports show it; outside of a test without one. */
export async function inStep<Value>(title: string, work: () => Promise<Value>): Promise<Value> {
  return isInTest() ? test.step(title, work) : work();
}

function isInTest(): boolean {
  try {
    return test.info().title !== '';
  } catch {
    return false;
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the test files of one run share; deleted at its end. */
    runDirectory: string;
  }
}

/** Once for a run, whichever files it has. */
export function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-vitest-'));
  project.provide('runDirectory', directory);
  return () => rmSync(directory, { recursive: true, force: true });
}

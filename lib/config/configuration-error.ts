import { accessSync, constants } from 'node:fs';
import { relative } from 'node:path';

/** Whoever runs Tessera has to correct something first. Each problem is a sentence that names what, and what it needs. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const WORDS: Record<string, string> = {
  EACCES: 'the user that runs Tessera may not use it: make that user its owner',
  EPERM: 'the user that runs Tessera may not use it: make that user its owner',
  EROFS: 'it is on a file system that is read-only: mount that for writing',
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the disk quota is used up: free some space',
  // PostgreSQL's disk_full.
  '53100': 'the disk is full: free some space',
  EEXIST: 'it is not a directory',
  ENOTDIR: 'it is not a directory, or is below something that is none',
  ELOOP: 'its links lead in a circle',
};

/** @returns a sentence about a known problem of a data directory, or of a file that fills it; otherwise the error itself */
export function describeDirectoryError(directory: string, error: unknown): unknown {
  const elsewhere = unreadableElsewhere(directory, error);
  if (elsewhere !== null)
    return new ConfigurationError([
      `${elsewhere} cannot be read by the user that runs Tessera: let everybody read it, or build again as that user`,
    ]);
  const words = fileProblem(error);
  if (words === null) return error;
  return new ConfigurationError([
    `the data directory ${directory} cannot be used: ${words}, or set TESSERA_DATA_DIR to another directory`,
  ]);
}

/** @returns what keeps a file or folder from being used, and what to do; null for anything else */
export function fileProblem(error: unknown): string | null {
  const [, words] = Object.entries(WORDS).find(([code]) => hasCode(error, code)) ?? [];
  return words ?? null;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** A file of the build that may not be read; the error also names it when its copy cannot be written. */
function unreadableElsewhere(directory: string, error: unknown): string | null {
  if (!hasCode(error, 'EACCES') && !hasCode(error, 'EPERM')) return null;
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined) return null;
  if (!relative(directory, path).startsWith('..')) return null;
  try {
    accessSync(path, constants.R_OK);
    return null;
  } catch {
    return path;
  }
}

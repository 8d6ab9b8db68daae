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

/** @returns a sentence about a known problem of a data directory; otherwise the error itself */
export function describeDirectoryError(directory: string, error: unknown): unknown {
  const [, words] = Object.entries(WORDS).find(([code]) => hasCode(error, code)) ?? [];
  if (words === undefined) return error;
  return new ConfigurationError([
    `the data directory ${directory} cannot be used: ${words}, or set TESSERA_DATA_DIR to another directory`,
  ]);
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

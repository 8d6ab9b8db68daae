import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A JSON file that only its owner may read. */
export class PrivateFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** @returns null when there is no file */
  read(): string | null {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Replaces the file by a rename, so that an interrupted write loses nothing. */
  write(value: unknown): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const temporary = `${this.path}.${process.pid}`;
    writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.path);
  }

  delete(): void {
    rmSync(this.path, { force: true });
  }
}

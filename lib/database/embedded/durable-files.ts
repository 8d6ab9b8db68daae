import { NodeFS } from '@electric-sql/pglite/nodefs';
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** WebAssembly's errno for an I/O error. */
const EIO = 29;

/** The part of Emscripten's file system that is needed here. `nfd` is the native file descriptor. */
type Stream = { nfd?: number; path?: string; node: unknown };
type NodeFileSystem = {
  FS: { ErrnoError: new (number: number) => Error };
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath(node: unknown): string };
};

type Module = Parameters<NodeFS['init']>[1];

/**
 * A PGlite file system with a real fsync. Emscripten's fsync does nothing: a killed process loses no data by that, but
 * a power failure may lose or corrupt the database.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...listOf(emscriptenOpts.preRun), honourFsync] } };
  }
}

function honourFsync(module: Module): void {
  const { FS, NODEFS } = module as unknown as NodeFileSystem;
  NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    try {
      if (nfd === undefined) syncPath(NODEFS.realPath(node));
      else fsyncSync(nfd);
      return 0;
    } catch {
      throw new FS.ErrnoError(EIO);
    }
  };
}

/** Makes PostgreSQL call fsync; its default on Linux, fdatasync, is not forwarded. */
export const DURABLE_PARAMETERS = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];

/** Syncs everything in a directory, and the directory itself. */
export function syncDirectory(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true }))
    syncPath(join(entry.parentPath, entry.name));
  syncPath(directory);
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function listOf<Value>(value: Value | Value[] | undefined): Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

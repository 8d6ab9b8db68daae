import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareChunks } from '@/lib/cli/pack/share-chunks';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-chunks-'));
  mkdirSync(join(folder, 'ssr'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FIRST = `1,2,()=>"first ${'x'.repeat(20_000)}"`;
const SECOND = '3,()=>"second"';

function write(name: string, ...modules: string[]): void {
  writeFileSync(join(folder, name), `module.exports=[${modules.join(',')}];\n//# sourceMappingURL=${name}.map`);
}

const load = (name: string) => createRequire(import.meta.url)(join(folder, name)) as unknown[];
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

test('a chunk with the modules of another, in whatever order, loads that one', () => {
  write('a.js', FIRST, SECOND);
  write('b.js', SECOND, FIRST);
  write('ssr/c.js', SECOND, FIRST);
  shareChunks(folder);
  expect(text('b.js')).toBe('module.exports=require("./a.js");\n');
  expect(text('ssr/c.js')).toBe('module.exports=require("../a.js");\n');
  expect(load('a.js').filter((part) => typeof part === 'number')).toEqual([1, 2, 3]);
});

test('chunks that differ in a module or its identifiers stay as they are', () => {
  write('a.js', FIRST, SECOND);
  write('b.js', FIRST, '3,()=>"another"');
  write('c.js', FIRST, '4,()=>"second"');
  write('d.js', FIRST);
  writeFileSync(join(folder, 'e.js'), `module.exports={${'y'.repeat(20_000)}:1}`);
  const before = ['a.js', 'b.js', 'c.js', 'd.js', 'e.js'].map(text);
  shareChunks(folder);
  expect(['a.js', 'b.js', 'c.js', 'd.js', 'e.js'].map(text)).toEqual(before);
});

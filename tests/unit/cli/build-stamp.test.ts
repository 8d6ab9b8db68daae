import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isCurrent, readSources, SITE_STAMP, writeStamp } from '@/lib/cli/build-stamp.mjs';

let directory: string;
let project: string;

const write = (path: string, text: string, at = new Date()) => {
  writeFileSync(join(project, path), text);
  utimesSync(join(project, path), at, at);
};

/** As a build does: the stamp says what was read at its beginning. */
const build = () => writeStamp(project, SITE_STAMP, readSources(project));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-stamp-'));
  project = join(directory, 'one');
  for (const folder of ['app/sign-in', 'lib/generated', '.next']) mkdirSync(join(project, folder), { recursive: true });
  write('app/page.tsx', 'a page');
  write('app/sign-in/page.tsx', 'another page');
  write('package.json', '{}');
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('a build', () => {
  test('a build that was interrupted is not current, whatever it left behind', () => {
    write('.next/BUILD_ID', '1');
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
    write(SITE_STAMP, '{"sourceHash":"12');
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
  });

  test('a build is current until a source changes, appears or disappears', () => {
    build();
    expect(isCurrent(project, SITE_STAMP)).toBe(true);
    const later = new Date(Date.now() + 1_000);

    write('app/page.tsx', 'a changed page', later);
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
    build();
    write('app/new.tsx', 'a new page', later);
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
    build();
    rmSync(join(project, 'app/new.tsx'));
    utimesSync(join(project, 'app'), later, later);
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
  });

  test('a build that began before a source changed is not current', () => {
    const read = readSources(project);
    write('app/page.tsx', 'changed while it was built', new Date(Date.now() + 1_000));
    writeStamp(project, SITE_STAMP, read);
    expect(isCurrent(project, SITE_STAMP)).toBe(false);
  });

  test('a build stays current when its own generated files change', () => {
    build();
    write('lib/generated/client.ts', 'generated', new Date(Date.now() + 1_000));
    expect(isCurrent(project, SITE_STAMP)).toBe(true);
  });

  test('a copy of the project with new timestamps is current too, under the same stamp', () => {
    build();
    const copy = join(directory, 'two');
    cpSync(project, copy, { recursive: true });
    const later = new Date(Date.now() + 60_000);
    for (const path of ['app', 'app/page.tsx', 'app/sign-in/page.tsx', 'package.json'])
      utimesSync(join(copy, path), later, later);
    expect(isCurrent(copy, SITE_STAMP)).toBe(true);
    expect(readSources(copy).sourceHash).toBe(readSources(project).sourceHash);
  });

  test('a build that came without sources is current', () => {
    build();
    rmSync(join(project, 'app'), { recursive: true });
    expect(isCurrent(project, SITE_STAMP)).toBe(true);
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeKitDocuments } from '@/lib/cli/pack/kit-documents';
import { whatIsMissing } from '@/lib/cli/pack/what-is-missing';
import { repository } from '../../support/repository';

type Manifest = { version?: string; engines: object; dependencies: Record<string, string>; exports: object };

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8')) as Manifest;

describe('the package of the test kit', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-kit-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('the kit depends only on what a test project needs, in the site’s versions', () => {
    const kit = manifestOf(join('lib', 'kit'));
    const site = manifestOf('.');
    expect(Object.keys(kit.dependencies)).toEqual(['@node-rs/argon2']);
    expect(site.dependencies).toMatchObject(kit.dependencies);
    expect(kit.engines).toEqual(site.engines);
  });

  it.each(['.', join('lib', 'kit')])(
    'a plain npm pack in %s is refused, since it would leave the site out',
    (place) => {
      const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
        cwd: join(repository, place),
        encoding: 'utf8',
        // A silent `npm run` around the tests would silence it too.
        env: { ...process.env, npm_config_loglevel: 'error' },
      });
      expect(packed.status).not.toBe(0);
      expect(packed.stderr).toContain('must have name and version');
    },
  );

  it('a package without a site is refused as incomplete', () => {
    cpSync(join(repository, 'lib', 'kit', 'package.json'), join(folder, 'package.json'));
    writeKitDocuments(repository, folder);
    const missing = whatIsMissing(folder);
    expect(missing).toContain('site/.next/BUILD_ID');
    expect(missing).toContain('site/lib/cli/tessera.mjs');
    expect(missing).toContain('./types/require/lib/kit/phone/index.d.ts');
  });

  it('a package without one of its programs is refused as incomplete', () => {
    mkdirSync(join(folder, 'site'));
    const scripts = { phone: 'node lib/cli/run.mjs phone' };
    writeFileSync(join(folder, 'site', 'package.json'), JSON.stringify({ scripts }));
    expect(whatIsMissing(folder)).toContain('site/.next/programs/phone.mjs');
  });

  it('a package that holds a dependency of which its bill of materials says nothing is refused', () => {
    const bill = { components: [{ 'bom-ref': 'pkg:npm/%40scope/listed@1.0.0' }] };
    const files = {
      'site/.next/sbom.cdx.json': bill,
      'site/node_modules/@scope/listed/package.json': { version: '1.0.0' },
      'site/node_modules/@scope/listed/dist/package.json': { type: 'module' },
      'site/node_modules/@scope/listed/node_modules/stranger/package.json': { version: '2.0.0' },
    };
    for (const [file, value] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), JSON.stringify(value, null, 2));
    }
    const missing = whatIsMissing(folder).filter((line) => line.includes('bill of materials'));
    expect(missing).toEqual(['stranger 2.0.0 in its bill of materials']);
  });

  it('the package’s documents link to each other', () => {
    writeKitDocuments(repository, folder);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('](docs/settings.md)');
    expect(readFileSync(join(folder, 'docs', 'gateways.md'), 'utf8')).toContain('](faults.md)');
    expect(whatIsMissing(folder).filter((line) => line.includes('to which'))).toEqual([]);
  });

  it('a package whose documents have dead links is refused', () => {
    for (const [file, text] of [
      ['README.md', '[settings](docs/settings.md) and [the web](https://example.org)'],
      ['docs/faults.html', '<link rel="stylesheet" href="faults.css"><a href="#first">first</a>'],
    ] as const) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    expect(whatIsMissing(folder).filter((line) => line.includes('to which'))).toEqual([
      'docs/settings.md, to which README.md links',
      'docs/faults.css, to which docs/faults.html links',
    ]);
  });
});

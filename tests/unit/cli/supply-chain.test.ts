import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '@/lib/cli/supply-chain/bill-of-materials';
import { licenceTexts } from '@/lib/cli/supply-chain/licence-texts';
import { readLock, shippedPackages, type Lock } from '@/lib/cli/supply-chain/shipped-packages';
import { VERSION } from '@/lib/shared/version';
import { repository } from '../../support/repository';

const lock = readLock(repository);
const packages = shippedPackages(lock);
const dependencies = Object.keys(lock.packages['']?.dependencies ?? {});

/** Of the standard's makers, in a library of theirs. */
const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res',
  'schema',
);

const schema = (name: string) =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;

/** Licences that ask for no more than to be passed on with the code, the fonts or the data. */
const TAKEN = new Set(['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'CC-BY-4.0', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1']);

const idsOf = (licence: string) => licence.replaceAll(/[()]/g, '').split(/ AND | OR /);

/** Scales images, which nothing does on demand: npm installs it for Next.js, and our package leaves it out. */
const SHARP = /^@img\/sharp-/;

/** A lock file of packages by their places. */
function lockOf(places: Record<string, Lock['packages'][string]>): Lock {
  const rest = { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAAA' };
  const packed = Object.entries(places).map(([path, entry]) => [path, path === '' ? entry : { ...rest, ...entry }]);
  return { packages: Object.fromEntries(packed) as Lock['packages'] };
}

describe('the packages that the site is made of', () => {
  it('a package is found where Node.js finds it, and only what dependencies lead to is shipped', () => {
    const shipped = shippedPackages(
      lockOf({
        '': { dependencies: { one: '1' } },
        'node_modules/one': { dependencies: { two: '2' } },
        'node_modules/one/node_modules/two': { version: '2.0.0' },
        'node_modules/two': { version: '1.0.0' },
        'node_modules/tool': {},
      }),
    );
    expect(shipped.map(({ path, version }) => `${path} ${version}`)).toEqual([
      'node_modules/one 1.0.0',
      'node_modules/one/node_modules/two 2.0.0',
    ]);
  });

  it('a package is optional when only optional dependencies lead to it, and a peer is shipped unless it is optional', () => {
    const shipped = shippedPackages(
      lockOf({
        '': { dependencies: { one: '1' } },
        'node_modules/one': {
          dependencies: { native: '1' },
          optionalDependencies: { native: '1' },
          peerDependencies: { peer: '1', absent: '1' },
          peerDependenciesMeta: { absent: { optional: true } },
        },
        'node_modules/native': { dependencies: { part: '1', peer: '1' } },
        'node_modules/part': {},
        'node_modules/peer': {},
      }),
    );
    expect(Object.fromEntries(shipped.map(({ name, isOptional }) => [name, isOptional]))).toEqual({
      native: true,
      one: false,
      part: true,
      peer: false,
    });
  });

  it('a lock file that lacks a package, or its licence, is refused', () => {
    expect(() => shippedPackages(lockOf({ '': { dependencies: { one: '1' } } }))).toThrow('no one for');
    const { packages: unsaid } = lockOf({ '': { dependencies: { one: '1' } }, 'node_modules/one': {} });
    delete unsaid['node_modules/one']?.license;
    expect(() => shippedPackages({ packages: unsaid })).toThrow('node_modules/one');
  });

  it('every dependency has a licence that asks for nothing but to be passed on, or is left out of the package', () => {
    const others = packages.filter(({ licence }) => !idsOf(licence).every((id) => TAKEN.has(id)));
    const loaded = others.filter(({ name, isOptional }) => !(isOptional && SHARP.test(name)));
    expect(loaded.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
    expect(packages.length).toBeGreaterThan(150);
  });
});

describe('the bill of materials', () => {
  const bill = billOfMaterials(packages, dependencies) as {
    components: { 'bom-ref': string; name: string; scope: string; hashes: { content: string }[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
    metadata: { component: { version: string; 'bom-ref': string } };
  };

  it('ECMA-424: the bill is valid by the schema of CycloneDX 1.6', () => {
    // The schemas have key words of their own, and formats (of addresses) that a bill of ours has nowhere.
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    // By their files' names, as the schema of the bill refers to them.
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const isValid = ajv.compile(schema('bom-1.6'));
    isValid(bill);
    expect(isValid.errors).toBeNull();
    const [first] = bill.components;
    for (const wrong of [
      { licenses: [{ license: { id: 'MIT-ish' } }] },
      { hashes: [{ alg: 'SHA-512', content: 'x' }] },
    ])
      expect(isValid({ ...bill, components: [{ ...first, ...wrong }] })).toBe(false);
  });

  it('the bill names this version, each package once, and nothing that is not in it', () => {
    expect(bill.metadata.component.version).toBe(VERSION);
    const references = bill.components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    expect(references).toContain(`pkg:npm/%40prisma/client@${lock.packages['node_modules/@prisma/client']?.version}`);
    const all = new Set([...references, bill.metadata.component['bom-ref']]);
    expect(bill.dependencies.map(({ ref }) => ref).toSorted()).toEqual([...all].toSorted());
    const named = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(named.filter((reference) => !all.has(reference))).toEqual([]);
    // Each is there because something else needs it.
    expect(references.filter((reference) => !named.includes(reference))).toEqual([]);
  });

  it('the bill is the same each time it is made', () => {
    expect(billOfMaterials(shippedPackages(readLock(repository)), dependencies)).toEqual(bill);
  });
});

describe('the page of licences', () => {
  const page = licenceTexts(repository, packages);

  it('the page names every package with its licence, and has the texts that the packages bring', () => {
    for (const { name, version } of packages) expect(page).toContain(`\n${name} ${version}`);
    for (const path of ['react', 'pdfkit', '@fontsource-variable/public-sans', 'next/dist/compiled/cookie'])
      expect(page).toContain(readFileSync(join(repository, 'node_modules', path, 'LICENSE'), 'utf8').trim());
  });

  it('a text that several packages bring is there once', () => {
    const texts = page
      .split(`${'='.repeat(80)}\n`)
      .slice(1)
      .map((section) => section.slice(section.indexOf('\n\n')));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

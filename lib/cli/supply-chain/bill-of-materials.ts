import { join } from 'node:path';
import { VERSION } from '../../shared/version';
import type { ShippedPackage } from './shipped-packages';

/** Where the build leaves it. */
export const BILL_OF_MATERIALS = join('.next', 'sbom.cdx.json');

const SITE = `pkg:npm/%40tessera-auth/site@${VERSION}`;

/**
 * The bill of materials of the built site, in CycloneDX 1.6 (ECMA-424). It has neither a serial number nor a time, which would
 * make each build another one, and which the standard leaves open. What a package has bundled of others is part of it.
 * @param dependencies names of what the site itself depends on
 */
export function billOfMaterials(packages: readonly ShippedPackage[], dependencies: readonly string[]): object {
  const references = new Map(packages.map((one) => [one.path, referenceOf(one)]));
  // The same version may be installed in two places.
  const distinct = [...new Map(packages.map((one) => [referenceOf(one), one])).values()];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': SITE,
        group: '@tessera-auth',
        name: 'site',
        version: VERSION,
        licenses: [{ license: { id: 'MIT' } }],
        purl: SITE,
      },
    },
    components: distinct.map(componentOf),
    dependencies: [
      { ref: SITE, dependsOn: dependencies.map((name) => references.get(`node_modules/${name}`)) },
      ...distinct.map((one) => ({
        ref: referenceOf(one),
        dependsOn: [...new Set(one.needs.map((path) => references.get(path)))],
      })),
    ],
  };
}

function componentOf(one: ShippedPackage): object {
  const [group, name] = one.name.startsWith('@') ? one.name.split('/') : [undefined, one.name];
  const [, digest = ''] = one.integrity.split('sha512-');
  return {
    type: 'library',
    'bom-ref': referenceOf(one),
    ...(group !== undefined && { group }),
    name,
    version: one.version,
    scope: one.isOptional ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: [/^[\w.-]+$/.test(one.licence) ? { license: { id: one.licence } } : { expression: one.licence }],
    purl: referenceOf(one),
  };
}

/** Its package URL: https://github.com/package-url/purl-spec */
function referenceOf({ name, version }: ShippedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

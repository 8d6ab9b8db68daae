import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BILL_OF_MATERIALS } from '../supply-chain/bill-of-materials';
import { LICENCES } from '../supply-chain/licence-texts';
import { deadLinks } from './kit-documents';

/** What nothing in the package names before it is needed. */
const NEEDED = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/site-changelog.md',
  'docs/settings.md',
  'docs/faults.md',
  'docs/webhooks.md',
  'docs/activation-links.md',
  'docs/api.md',
  'docs/openapi.json',
  'site/.next/BUILD_ID',
  `site/${BILL_OF_MATERIALS}`,
  `site/${LICENCES}`,
  'site/.next/tessera-build.json',
  'site/.next/programs/tessera-build.json',
  'site/.next/programs/kit/door.mjs',
  'site/.next/server/app-paths-manifest.json',
  'site/.next/static',
  'site/lib/cli/run.mjs',
  'site/lib/cli/build-stamp.mjs',
  'site/lib/kit/server/moving-clock-preload.mjs',
  'site/node_modules/@electric-sql/pglite/dist/pglite.wasm',
  'site/node_modules/next/dist/server/next.js',
  'site/prisma/migrations',
  'site/public/authenticator',
];

/** What a package of the test kit lacks, in words; empty if it is complete. */
export function whatIsMissing(folder: string): string[] {
  const needed = [
    ...NEEDED,
    ...filesOf(readJson(folder, 'package.json')),
    ...programsOf(readJson(folder, 'site/package.json')),
  ];
  const missing = [...new Set(needed)].filter((path) => !existsSync(join(folder, path)));
  return [...missing, ...unlisted(folder), ...deadLinks(folder)];
}

/** A package in a folder `node_modules`, and not a part of one that has a manifest too. */
const MANIFEST = /^(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/@]+)\/package\.json$/;

/** What is in the package, and not in its bill of materials. */
function unlisted(folder: string): string[] {
  const packages = join(folder, 'site', 'node_modules');
  if (!existsSync(packages) || !existsSync(join(folder, 'site', BILL_OF_MATERIALS))) return [];
  const bill = readFileSync(join(folder, 'site', BILL_OF_MATERIALS), 'utf8');
  return readdirSync(packages, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const [, name = ''] = MANIFEST.exec(file.replaceAll('\\', '/')) ?? [];
    if (name === '') return [];
    const { version } = JSON.parse(readFileSync(join(packages, file), 'utf8')) as { version: string };
    const isListed = bill.includes(`"bom-ref": "pkg:npm/${name.replace('@', '%40')}@${version}"`);
    return isListed ? [] : [`${name} ${version} in its bill of materials`];
  });
}

/** Whatever a manifest names by a path in the package. */
function filesOf(manifest: unknown): string[] {
  if (typeof manifest === 'string') return /^(?:\.|site)\//.test(manifest) ? [manifest] : [];
  return typeof manifest === 'object' && manifest !== null ? Object.values(manifest).flatMap(filesOf) : [];
}

function programsOf({ scripts }: { scripts?: Record<string, string> }): string[] {
  const names = Object.values(scripts ?? {}).map((script) => script.split(' ').at(-1));
  return names.map((name) => `site/.next/programs/${name}.mjs`);
}

function readJson(folder: string, file: string): { scripts?: Record<string, string> } {
  const path = join(folder, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, string> }) : {};
}

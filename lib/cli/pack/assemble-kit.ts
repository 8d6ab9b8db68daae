import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VERSION } from '../../shared/version';
import { templateFolder } from '../../database/embedded/database-template';
import { writeKitDocuments } from './kit-documents';
import { writeKitTypes } from './kit-types';
import { LICENCES } from '../supply-chain/licence-texts';
import { shareChunks } from './share-chunks';
import { findLicences, traceDependencies } from './traced-dependencies';

/** The files of the repository that a built site and its programs read at run time. */
const SITE = [
  '.next/BUILD_ID',
  '.next/required-server-files.js',
  LICENCES,
  '.next/server',
  '.next/static',
  '.next/programs',
  'next.config.js',
  'prisma/migrations',
  'public',
  'lib/cli',
  'lib/kit/server',
  // Not read by the site: what operators run it with.
  'lib/cli/deployment',
];

const NOT_READ =
  /\.(?:js|mjs|css)\.map$|\.nft\.json$|^public\/docs(?:\/|$)|^lib\/(?!cli\/deployment\/)(?!.*\.mjs$).*\.[a-z]+$|^lib\/cli\/deployment\/compose\/secrets(?:\/|$)/;

/**
 * Assembles the package of the test kit from the build. The site lies in `site`, as in the repository, with the files
 * of `node_modules` that it loads: a suite that installed all of its dependencies would get four times as much.
 * @param folder an empty one
 * @param scratch for intermediate files
 */
export async function assembleKit(root: string, folder: string, scratch: string): Promise<void> {
  copySite(root, join(folder, 'site'));
  shareChunks(join(folder, 'site', '.next', 'server', 'chunks'));
  const loaded = await traceDependencies(root);
  for (const file of new Set([...loaded, ...findLicences(root, loaded)])) copy(root, join(folder, 'site'), file);
  writeKitTypes(root, join(folder, 'types'), scratch);
  writeKitDocuments(root, folder);
  // Imports the generated client, which a build has made.
  const { openApiDocument } = await import('../../server/api/openapi/document');
  writeJson(join(folder, 'docs', 'openapi.json'), openApiDocument());
  const { name, ...manifest } = readJson(join(root, 'lib', 'kit', 'package.json'));
  writeJson(join(folder, 'package.json'), { name, version: VERSION, ...manifest });
}

function copySite(root: string, site: string): void {
  const database = basename(templateFolder());
  const isRead = (path: string) =>
    !NOT_READ.test(path) && (!basename(path).startsWith('database-') || basename(path).startsWith(database));
  const manifests = readdirSync(join(root, '.next')).filter((name) => name.endsWith('.json'));
  for (const path of [...SITE, ...manifests.map((name) => `.next/${name}`)]) {
    if (!isRead(path)) continue;
    mkdirSync(dirname(join(site, path)), { recursive: true });
    cpSync(join(root, path), join(site, path), {
      recursive: true,
      filter: (source) => isRead(source.slice(root.length + 1).replaceAll('\\', '/')),
    });
  }
  const { name, type, scripts } = readJson(join(root, 'package.json'));
  const programs = Object.entries(scripts as Record<string, string>).filter(([, script]) => /run\.mjs/.test(script));
  writeJson(join(site, 'package.json'), { name, private: true, type, scripts: Object.fromEntries(programs) });
}

function copy(from: string, to: string, file: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  copyFileSync(join(from, file), join(to, file));
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';

/** What a team that has only the package reads, and its place there. */
const DOCUMENTS = new Map([
  ['lib/kit/README.md', 'README.md'],
  ['lib/kit/CHANGELOG.md', 'CHANGELOG.md'],
  ['CHANGELOG.md', 'docs/site-changelog.md'],
  ['LICENSE', 'LICENSE'],
  ['lib/config/README.md', 'docs/settings.md'],
  ['lib/kit/faults/README.md', 'docs/faults.md'],
  ['public/docs/faults.html', 'docs/faults.html'],
  ['public/docs/faults.css', 'docs/faults.css'],
  ['public/docs/faults.json', 'docs/faults.json'],
  ['lib/kit/gateways/README.md', 'docs/gateways.md'],
  ['lib/gateways/CONTRACT.md', 'docs/onespan.md'],
  ['lib/kit/conformance/README.md', 'docs/conformance.md'],
  ['lib/messaging/webhooks.md', 'docs/webhooks.md'],
  ['lib/helpdesk/activation-links/integrating.md', 'docs/activation-links.md'],
  ['lib/server/api/README.md', 'docs/api.md'],
  ['lib/shared/names/README.md', 'docs/names.md'],
  ['tests/foreign/project/activate.py', 'docs/activate.py'],
]);

const LINK = /\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)/g;

/** Writes the documents; a link to one that is not among them becomes its text. */
export function writeKitDocuments(root: string, folder: string): void {
  for (const [source, place] of DOCUMENTS) {
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    if (extname(source) !== '.md') {
      copyFileSync(join(root, source), join(folder, place));
      continue;
    }
    const text = readFileSync(join(root, source), 'utf8');
    writeFileSync(
      join(folder, place),
      text.replaceAll(LINK, (_, words: string, path: string, anchor = '') => {
        const target = DOCUMENTS.get(posix.join(posix.dirname(source), path));
        return target === undefined ? words : `[${words}](${posix.relative(posix.dirname(place), target)}${anchor})`;
      }),
    );
  }
}

const REFERENCE = /\]\((?!https?:|mailto:|#)([^)#\s]+)|(?:href|src)="(?![a-z]+:|[#/])([^"#]+)/g;

/** Links in the documents of a package that lead to nothing in it, each with its document. */
export function deadLinks(folder: string): string[] {
  const inDocs = existsSync(join(folder, 'docs'))
    ? readdirSync(join(folder, 'docs')).map((name) => `docs/${name}`)
    : [];
  const documents = ['README.md', 'CHANGELOG.md', ...inDocs].filter((path) => /\.(md|html)$/.test(path));
  return documents
    .filter((path) => existsSync(join(folder, path)))
    .flatMap((document) =>
      [...readFileSync(join(folder, document), 'utf8').matchAll(REFERENCE)]
        .map(([, inMarkdown, inHtml]) => posix.join(posix.dirname(document), inMarkdown ?? inHtml ?? ''))
        .filter((target) => target.startsWith('..') || !existsSync(join(folder, target)))
        .map((target) => `${target}, to which ${document} links`),
    );
}

import { SyntaxKind, type Node, type SourceFile } from 'typescript/unstable/ast';
import { API, type Checker, type Project } from 'typescript/unstable/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export type HouseFile = { path: string; source: SourceFile };

/** A checkout, read by the compiler. @property files of the product, by their paths from the checkout's folder */
export type House = { folder: string; files: HouseFile[]; tests: HouseFile[]; checker: Checker; close: () => void };

const PRODUCT = /^(?:lib|app|components)\/.*\.tsx?$/;
const TESTS = /^tests\/.*\.tsx?$/;
const GENERATED = /^lib\/generated\//;

/** What is text or made by a tool is counted apart: reading it is no part of reading the product. */
export const CATALOGUES = /^lib\/shared\/language\/(?:catalogues|dictionaries)\//;

/** @param folder of a checkout whose packages are installed and whose database client was made */
export function openHouse(folder: string): House {
  const api = new API({ cwd: folder });
  const configuration = join(folder, 'tsconfig.json');
  const project = api.updateSnapshot({ openProjects: [configuration] }).getProject(configuration);
  if (!project) throw new RangeError(`${configuration} is no project`);
  const listed = project.rootFiles.map((path) => relative(folder, path));
  return {
    folder,
    files: read(
      project,
      folder,
      listed.filter((path) => PRODUCT.test(path) && !GENERATED.test(path)),
    ),
    tests: read(
      project,
      folder,
      listed.filter((path) => TESTS.test(path)),
    ),
    checker: project.checker,
    close: () => api.close(),
  };
}

function read({ program }: Project, folder: string, paths: string[]): HouseFile[] {
  return paths.toSorted().flatMap((path) => {
    const source = program.getSourceFile(join(folder, path));
    return source ? [{ path, source }] : [];
  });
}

/** Lines of the catalogues that no compiler reads. */
export function countMessages(folder: string): number {
  const catalogues = join(folder, 'lib/shared/language/catalogues');
  if (!existsSync(catalogues)) return 0;
  return readdirSync(catalogues, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .reduce((sum, path) => sum + readFileSync(join(catalogues, path), 'utf8').trimEnd().split('\n').length, 0);
}

/** Calls with each node below, from the outside inwards; `false` leaves out what is below one. */
export function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  node.forEachChild((child) => {
    if (visit(child) !== false) walk(child, visit);
    return undefined;
  });
}

export const isType = ({ kind }: Node): boolean =>
  (kind >= SyntaxKind.FirstTypeNode &&
    kind <= SyntaxKind.LastTypeNode &&
    kind !== SyntaxKind.ExpressionWithTypeArguments) ||
  kind === SyntaxKind.InterfaceDeclaration ||
  kind === SyntaxKind.TypeAliasDeclaration;

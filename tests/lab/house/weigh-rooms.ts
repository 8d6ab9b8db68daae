import { SyntaxKind } from 'typescript/unstable/ast';
import { dirname, join } from 'node:path';
import type { House } from './open-house';
import { FLOORS, judgeImport, placeOf } from '../../lint/floors.js';

export type Rooms = {
  rooms: number;
  floors: number;
  /** From one room to another, by values. */
  arrows: number;
  /** By `from → to`: how many files of `from` import a value of `to` that the linter's floors refuse. */
  upwards: Map<string, number>;
  /** Rooms of which each reaches each other. */
  circles: string[][];
};

/** Weighs the rooms of the linter's list: what is refused there, and what a list of folders cannot show, such as a circle. */
export function weighRooms({ files }: House): Rooms {
  const imports = new Map<string, Set<string>>();
  const upwards = new Map<string, number>();
  for (const { path, source } of files) {
    const refused = new Set<string>();
    source.forEachChild((statement) => {
      const target = importedValue(statement, path);
      if (target === null) return undefined;
      const [from, to] = [roomOf(path), roomOf(target)];
      if (from !== to) imports.set(from, (imports.get(from) ?? new Set()).add(to));
      if (judgeImport(path, target) !== null) refused.add(`${placeOf(path)?.place} → ${placeOf(target)?.place}`);
      return undefined;
    });
    for (const arrow of refused) upwards.set(arrow, (upwards.get(arrow) ?? 0) + 1);
  }
  return {
    rooms: new Set(files.map(({ path }) => roomOf(path)).filter((room) => room.startsWith('lib/'))).size,
    floors: FLOORS.length,
    arrows: [...imports.values()].reduce((sum, { size }) => sum + size, 0),
    upwards,
    circles: findCircles(imports),
  };
}

/** A folder of `lib`, or `components` or `app` as a whole. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'lib' ? `lib/${second}` : first;
}

function importedValue(statement: unknown, path: string): string | null {
  const { kind, importClause, moduleSpecifier } = statement as {
    kind: SyntaxKind;
    importClause?: { phaseModifier?: SyntaxKind; isTypeOnly?: boolean };
    moduleSpecifier?: { text: string };
  };
  if (kind !== SyntaxKind.ImportDeclaration || !moduleSpecifier) return null;
  if (importClause?.phaseModifier === SyntaxKind.TypeKeyword || importClause?.isTypeOnly === true) return null;
  const { text } = moduleSpecifier;
  const target = text.startsWith('@/') ? text.slice(2) : join(dirname(path), text);
  return text.startsWith('.') || text.startsWith('@/') ? target : null;
}

/** Groups of rooms of which each reaches each other. */
function findCircles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reachable = (from: string): Set<string> => {
    const found = new Set(imports.get(from));
    for (const room of found) for (const next of imports.get(room) ?? []) found.add(next);
    return found;
  };
  const reach = new Map(Array.from(imports.keys(), (room) => [room, reachable(room)]));
  const circles = new Map<string, string[]>();
  for (const [room, found] of reach) {
    if (!found.has(room)) continue;
    const circle = [...reach.keys()].filter((other) => found.has(other) && reach.get(other)?.has(room)).toSorted();
    circles.set(circle.join(' '), circle);
  }
  return [...circles.values()];
}

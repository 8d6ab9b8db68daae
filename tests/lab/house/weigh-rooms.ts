import { SyntaxKind } from 'typescript/unstable/ast';
import { dirname, join } from 'node:path';
import type { House } from './open-house';

/** Adapters that lie beside their ports; the lint table has them as rooms too. */
const ADAPTERS = new Set(['image/renderers', 'messaging/mail', 'messaging/webhooks']);

/** From the leaves to the pages; a room may know those before it. */
const FLOORS = [
  ['shared', 'language', 'names', 'generated'],
  ['crypto', 'image'],
  ['phone'],
  ['audit'],
  ['accounts'],
  ['messaging'],
  ['activation'],
  ['devices'],
  ['approvals', 'caller-check'],
  ['invitations'],
  ['safety'],
  ['helpdesk'],
  ['administration', 'service-accounts'],
  ['activation-links', 'statistics'],
  ['gateways', 'identity-provider', 'database', 'observability', 'config', ...ADAPTERS],
  ['http', 'composition'],
  ['jobs', 'web', 'doctor', 'demo'],
  ['api'],
  ['server', 'kit'],
  ['cli'],
  ['components'],
  ['app'],
];

export type Rooms = {
  circles: string[][];
  /** By `from → to`: how many files of `from` import a value of `to`. */
  upwards: Map<string, number>;
};

/** @returns rooms that import values of each other, directly or by others, and imports from a lower floor to a higher one */
export function weighRooms({ files }: House): Rooms {
  const imports = new Map<string, Map<string, number>>();
  for (const { path, source } of files) {
    const from = roomOf(path);
    const to = new Set<string>();
    source.forEachChild((statement) => {
      const target = importedValue(statement, path);
      if (target !== null && roomOf(target) !== from) to.add(roomOf(target));
      return undefined;
    });
    const counts = imports.get(from) ?? new Map<string, number>();
    for (const room of to) counts.set(room, (counts.get(room) ?? 0) + 1);
    imports.set(from, counts);
  }
  const upwards = new Map<string, number>();
  for (const [from, counts] of imports)
    for (const [to, count] of counts) if (floorOf(from) < floorOf(to)) upwards.set(`${from} → ${to}`, count);
  return { circles: findCircles(imports), upwards };
}

/** A room without a floor is on the top one, so that who imports it is seen. */
function floorOf(room: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor < 0 ? FLOORS.length : floor;
}

/** A folder of `lib`, or `components` or `app` as a whole. */
function roomOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first !== 'lib') return first;
  return ADAPTERS.has(`${second}/${third}`) ? `${second}/${third}` : second;
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
function findCircles(imports: ReadonlyMap<string, ReadonlyMap<string, number>>): string[][] {
  const reachable = (from: string): Set<string> => {
    const found = new Set(imports.get(from)?.keys());
    for (const room of found) for (const next of imports.get(room)?.keys() ?? []) found.add(next);
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

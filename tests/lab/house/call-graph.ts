import { SyntaxKind, type Expression, type Node, type SourceFile } from 'typescript/unstable/ast';
import { SymbolFlags, type NodeHandle, type Symbol as CodeSymbol } from 'typescript/unstable/sync';
import { CATALOGUES, isType, walk, type House } from './open-house';

/** A function, a constant, a method, or what a class or a factory has beside its methods. */
export type Unit = { path: string; name: string; node: Node; members: Node[]; apart: Node[] };

/** Wiring, and stand-ins for the product's parts, are on nobody's way. */
const OFF_THE_WAY = /^lib\/(?:server\/composition|kit|server\/demo)\//;

const METHODS = new Set<SyntaxKind>([SyntaxKind.MethodDeclaration, SyntaxKind.GetAccessor, SyntaxKind.SetAccessor]);
const FUNCTIONS = new Set<SyntaxKind>([SyntaxKind.ArrowFunction, SyntaxKind.FunctionExpression]);

/**
 * Which piece of code refers to which, symbol by symbol. A method of an interface leads to each class that implements it,
 * and to each function of an object that a factory returns for it, so that a way through the graph counts every branch.
 */
export class CallGraph {
  readonly #house: House;
  readonly #units = new Map<string, Unit[]>();
  readonly #sources = new Map<string, SourceFile>();
  /** By the declaration of the interface's method. */
  readonly #implementations = new Map<string, Unit[]>();
  readonly #references = new Map<Unit, Unit[]>();

  constructor(house: House) {
    this.#house = house;
    for (const { path, source } of house.files) {
      if (CATALOGUES.test(path) || OFF_THE_WAY.test(path)) continue;
      this.#sources.set(path, source);
      this.#units.set(path, unitsOf(path, source));
    }
    for (const path of this.#units.keys()) this.#findImplementations(path);
  }

  /** @param place `file` for all that it exports, or `file#name`; a file is named by the end of its path */
  find(place: string): Unit[] {
    const [file = '', name] = place.split('#');
    const found = [...this.#units]
      .filter(([path]) => path.endsWith(file))
      .flatMap(([, units]) => units)
      .filter((unit) => name === undefined || unit.name === name || unit.name.endsWith(`.${name}`));
    if (found.length === 0) throw new RangeError(`nothing is called ${place}`);
    return found;
  }

  /** @returns paths of the files that are reached from here, sorted */
  reach(entries: readonly Unit[]): string[] {
    const reached = new Set(entries);
    for (const unit of reached) for (const next of this.#nextOf(unit)) reached.add(next);
    return [...new Set(Array.from(reached, ({ path }) => path))].toSorted();
  }

  /** @returns the shortest way, both ends included; empty without one */
  way(from: readonly Unit[], to: readonly Unit[]): Unit[] {
    const cameFrom = new Map<Unit, Unit | null>(from.map((unit) => [unit, null]));
    for (const [unit] of cameFrom) {
      if (to.includes(unit)) {
        const way: Unit[] = [];
        for (let step: Unit | null | undefined = unit; step; step = cameFrom.get(step)) way.unshift(step);
        return way;
      }
      for (const next of this.#nextOf(unit)) if (!cameFrom.has(next)) cameFrom.set(next, unit);
    }
    return [];
  }

  #nextOf(unit: Unit): Unit[] {
    const earlier = this.#references.get(unit);
    if (earlier) return earlier;
    const names: Node[] = [];
    const collect = (node: Node) => {
      if (isType(node) || unit.apart.includes(node)) return false;
      if (node.kind === SyntaxKind.Identifier || node.kind === SyntaxKind.PrivateIdentifier) names.push(node);
      return undefined;
    };
    for (const member of unit.members) if (collect(member) !== false) walk(member, collect);
    const next = new Set<Unit>();
    for (const symbol of this.#house.checker.getSymbolAtLocation(names))
      if (symbol) for (const found of this.#unitsFor(symbol)) if (found !== unit) next.add(found);
    const references = [...next];
    this.#references.set(unit, references);
    return references;
  }

  #unitsFor(symbol: CodeSymbol): Unit[] {
    const { checker } = this.#house;
    const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return target.declarations.flatMap((declaration) => {
      const path = this.#pathOf(declaration);
      if (!this.#units.has(path)) return [];
      if (declaration.kind === SyntaxKind.MethodSignature || declaration.kind === SyntaxKind.PropertySignature)
        return this.#implementations.get(keyOf(declaration)) ?? [];
      const node = declaration.resolve();
      const unit = node && this.#unitAt(path, node);
      return unit ? [unit] : [];
    });
  }

  #findImplementations(path: string): void {
    const source = this.#sources.get(path);
    if (!source) return;
    const { checker } = this.#house;
    const add = (declarations: readonly NodeHandle[] | undefined, unit: Unit | undefined) => {
      for (const declaration of declarations ?? [])
        if (unit)
          this.#implementations.set(keyOf(declaration), [
            ...(this.#implementations.get(keyOf(declaration)) ?? []),
            unit,
          ]);
    };
    walk(source, (node) => {
      if (isType(node)) return false;
      if (node.kind === SyntaxKind.HeritageClause && 'token' in node && node.token === SyntaxKind.ImplementsKeyword) {
        const methods = (this.#units.get(path) ?? []).filter(({ node: of }) => of.parent === node.parent);
        node.forEachChild((implemented) => {
          const type = checker.getTypeAtLocation(implemented);
          for (const unit of methods) {
            const method = unit.name.split('.')[1];
            if (type && method !== undefined) add(checker.getPropertyOfType(type, method)?.declarations, unit);
          }
          return undefined;
        });
      }
      if (isReturned(node)) {
        const functions = functionsOf(node);
        const type = functions.length === 0 ? undefined : checker.getContextualType(node as Expression);
        for (const method of functions)
          if (type) add(checker.getPropertyOfType(type, nameOf(method))?.declarations, this.#unitAt(path, method));
      }
      return undefined;
    });
  }

  /** The innermost: a method rather than its class. */
  #unitAt(path: string, node: Node): Unit | undefined {
    const around = (this.#units.get(path) ?? []).filter(({ members }) =>
      members.some(({ pos, end }) => pos <= node.pos && node.end <= end),
    );
    if (node.kind === SyntaxKind.ClassDeclaration) return this.#units.get(path)?.find((unit) => unit.node === node);
    return around.reduce<Unit | undefined>(
      (inner, unit) => (!inner || unit.node.pos >= inner.node.pos ? unit : inner),
      undefined,
    );
  }

  #pathOf({ path }: NodeHandle): string {
    return path.slice(this.#house.folder.length + 1);
  }
}

const keyOf = ({ path, index }: NodeHandle) => `${path}:${index}`;

function unitsOf(path: string, source: SourceFile): Unit[] {
  const units: Unit[] = [];
  source.forEachChild((statement) => {
    if (statement.kind === SyntaxKind.FunctionDeclaration) units.push(...unitsOfFunction(path, statement));
    if (statement.kind === SyntaxKind.VariableStatement)
      walk(statement, (node) => {
        if (node.kind === SyntaxKind.VariableDeclaration) units.push(...unitsOfFunction(path, node));
        return node.kind === SyntaxKind.VariableDeclarationList;
      });
    if (statement.kind === SyntaxKind.ClassDeclaration) units.push(...unitsOfClass(path, statement));
    return undefined;
  });
  return units;
}

/** A function or constant, and the functions of the object that it returns. */
function unitsOfFunction(path: string, node: Node): Unit[] {
  const apart: Node[] = [];
  walk(node, (below) => {
    if (isReturned(below)) apart.push(...functionsOf(below));
    return !isType(below);
  });
  const name = nameOf(node);
  const methods = apart.map((method) => ({
    path,
    name: `${name}.${nameOf(method)}`,
    node: method,
    members: [method],
    apart: [],
  }));
  return [{ path, name, node, members: [node], apart }, ...methods];
}

/** An object that a function makes for its caller, not one that it hands to another. */
function isReturned(node: Node): boolean {
  if (node.kind !== SyntaxKind.ObjectLiteralExpression) return false;
  const { parent } = node.parent.kind === SyntaxKind.ParenthesizedExpression ? node.parent : node;
  return parent.kind === SyntaxKind.ReturnStatement || parent.kind === SyntaxKind.ArrowFunction;
}

function unitsOfClass(path: string, node: Node): Unit[] {
  const itself: Unit = { path, name: nameOf(node), node, members: [], apart: [] };
  const methods: Unit[] = [];
  node.forEachChild((member) => {
    if (METHODS.has(member.kind))
      methods.push({ path, name: `${itself.name}.${nameOf(member)}`, node: member, members: [member], apart: [] });
    else itself.members.push(member);
    return undefined;
  });
  return [itself, ...methods];
}

function nameOf(node: Node): string {
  const { name } = node as Node & { name?: Node & { text?: string } };
  return name?.text ?? 'default';
}

/** A literal's properties that are functions. */
function functionsOf(literal: Node): Node[] {
  const found: Node[] = [];
  literal.forEachChild((property) => {
    const { initializer } = property as Node & { initializer?: Node };
    if (property.kind === SyntaxKind.MethodDeclaration || (initializer && FUNCTIONS.has(initializer.kind)))
      found.push(property);
    return undefined;
  });
  return found;
}

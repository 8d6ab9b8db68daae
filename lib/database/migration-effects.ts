import { splitList, splitStatements } from './split-sql';

/** What a migration does to the release before, and to a busy database. */
export type MigrationEffects = {
  /** What would hinder a release that lacks it, one sentence for each statement; none of a migration that only adds. */
  hindrances: string[];
  /** Tables of before of which every row is read or written while their writers wait. */
  slowTables: string[];
};

/** Words of an expression that are no columns. */
const KEYWORDS = new Set(
  'and or not in is null between like similar to any all array true false case when then else end from distinct'.split(
    ' ',
  ),
);

/**
 * Reads the SQL of a migration for what it does beyond adding. Whatever it does not recognise counts as a hindrance, so that a
 * statement is looked at by a person rather than let through.
 */
export function readEffects(sql: string): MigrationEffects {
  const reader = new EffectReader();
  for (const statement of splitStatements(sql)) reader.read(statement);
  return { hindrances: reader.hindrances, slowTables: [...reader.slowTables] };
}

class EffectReader {
  readonly hindrances: string[] = [];
  readonly slowTables = new Set<string>();
  readonly #tables = new Set<string>();
  /** Definitions by column, by table. */
  readonly #columns = new Map<string, Map<string, string>>();
  /** Bodies of triggers' functions. */
  readonly #functions = new Map<string, string>();

  read(statement: string): void {
    const [, table = ''] = match(statement, /^CREATE TABLE (?:IF NOT EXISTS )?NAME \(/);
    if (table !== '') {
      this.#tables.add(table);
      return this.#lookAtReferences(statement);
    }
    const [, unique, indexed = '', columns = ''] = match(statement, /^CREATE (UNIQUE )?INDEX \w+ ON NAME (.*)$/);
    if (indexed !== '') return this.#readIndex(unique !== undefined, indexed, columns, statement);
    const [, name = ''] = match(statement, /^CREATE FUNCTION NAME ?\(/);
    if (name !== '') return void this.#functions.set(name, statement);
    const [, when = '', watched = '', run = ''] = match(
      statement,
      /^CREATE TRIGGER \w+ (BEFORE|AFTER|INSTEAD OF) .*? ON NAME .*EXECUTE FUNCTION NAME ?\(/,
    );
    if (watched !== '') return this.#readTrigger(when, watched, run, statement);
    const [, altered = '', actions = ''] = match(statement, /^ALTER TABLE (?:ONLY )?NAME (.*)$/);
    if (altered !== '') return splitList(actions).forEach((action) => this.#readAction(altered, action));
    const [, filled = ''] = match(statement, /^INSERT INTO NAME /);
    if (filled !== '') return this.#require(this.#tables.has(filled), statement, 'adds rows that older releases read');
    const [, updated = '', changes = ''] = match(statement, /^UPDATE NAME SET (.*?)(?: FROM .*| WHERE .*)?$/);
    if (updated !== '') return this.#readUpdate(updated, changes, statement);
    if (!/^COMMENT ON /i.test(statement)) this.#hinder(statement, 'is not known to only add');
  }

  #readIndex(isUnique: boolean, table: string, columns: string, statement: string): void {
    if (this.#tables.has(table)) return;
    this.slowTables.add(table);
    const isOfNew = this.#areNew(table, columns) || this.#areOfNewRows(table, columns);
    if (isUnique) this.#require(isOfNew, statement, 'refuses rows that older releases write');
  }

  #readTrigger(when: string, table: string, run: string, statement: string): void {
    if (this.#tables.has(table)) return;
    const body = this.#functions.get(run) ?? '';
    const targets = [...body.matchAll(/(?:INSERT INTO|DELETE FROM|UPDATE) "?(\w+)"?/gi)];
    const isAside = targets.length > 0 && targets.every(([, target = '']) => this.#tables.has(target));
    const isHarmless = when === 'AFTER' && isAside && !/\bRAISE\b/i.test(body);
    this.#require(isHarmless, statement, 'may stop what older releases write');
  }

  #readAction(table: string, action: string): void {
    if (this.#tables.has(table)) return;
    const sentence = `${table}: ${action}`;
    const [, column = '', rest = ''] = match(action, /^ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT\b)NAME (.*)$/);
    if (column !== '') return this.#readColumn(table, column, rest, sentence);
    const [, checked = ''] = match(action, /^ADD CONSTRAINT \w+ CHECK (\(.*\))/);
    if (checked !== '') {
      this.slowTables.add(table);
      return this.#require(this.#areNew(table, checked), sentence, 'checks columns that older releases write');
    }
    const [, keys = ''] = match(action, /^ADD CONSTRAINT \w+ FOREIGN KEY (\([^)]*\))/);
    if (keys !== '') {
      this.slowTables.add(table);
      this.#require(this.#areNew(table, keys), sentence, 'refuses rows that older releases write');
      return this.#lookAtReferences(action);
    }
    if (!/^ALTER (?:COLUMN )?\S+ SET DEFAULT /i.test(action)) this.#hinder(sentence, 'does more than add');
  }

  #readColumn(table: string, column: string, rest: string, sentence: string): void {
    this.#columns.set(table, (this.#columns.get(table) ?? new Map<string, string>()).set(column, rest));
    const isFilled = /\b(?:DEFAULT|GENERATED|(?:small|big)?serial)\b/i.test(rest);
    if (/\bNOT NULL\b/i.test(rest)) this.#require(isFilled, sentence, 'needs a value that older releases do not write');
    if (/\b(?:UNIQUE|PRIMARY KEY)\b/i.test(rest)) this.#hinder(sentence, 'refuses rows that older releases write');
    this.#lookAtReferences(rest);
    // A default that is the same for all rows is kept once (PostgreSQL's manual, ALTER TABLE, Notes).
    const isComputed = /\bDEFAULT \w+ ?\((?!\))|\bDEFAULT (?!now\b)\w+ ?\(\)|\bSTORED\b|serial\b/i.test(rest);
    if (isComputed) this.slowTables.add(table);
  }

  #readUpdate(table: string, changes: string, statement: string): void {
    if (this.#tables.has(table)) return;
    this.slowTables.add(table);
    const changed = splitList(changes).map((change) => /^"?(\w+)"? ?=/.exec(change)?.[1] ?? '');
    const isNew = changed.every((column) => this.#columns.get(table)?.has(column));
    this.#require(isNew, statement, 'changes what older releases read');
  }

  /** A row of before must stay deletable for a release that knows nothing of the rows that point to it. */
  #lookAtReferences(definition: string): void {
    for (const [reference, target = ''] of definition.matchAll(/REFERENCES "?(\w+)"?(?: ?\([^)]*\))?[^,]*/gi)) {
      const isLoose = this.#tables.has(target) || /ON DELETE (?:CASCADE|SET NULL)/i.test(reference);
      this.#require(isLoose, reference, 'keeps older releases from deleting rows');
    }
  }

  #areNew(table: string, expression: string): boolean {
    const words = expression.replaceAll(/'(?:[^']|'')*'|::\w+|\b\w+(?= ?\()/g, ' ').match(/[A-Za-z_]\w*/g) ?? [];
    return words.every((word) => KEYWORDS.has(word.toLowerCase()) || this.#columns.get(table)?.has(word));
  }

  /** Whether an index is of rows alone that have a value of a new column which older releases do not write. */
  #areOfNewRows(table: string, indexed: string): boolean {
    const [, column = '', value = ''] =
      /\bWHERE \(?"?(\w+)"? = ('[^']*')(?: AND (?:(?!\bOR\b).)*)?$/i.exec(indexed) ?? [];
    const definition = this.#columns.get(table)?.get(column);
    return definition !== undefined && !definition.includes(`DEFAULT ${value}`);
  }

  #require(isSo: boolean, statement: string, otherwise: string): void {
    if (!isSo) this.#hinder(statement, otherwise);
  }

  #hinder(statement: string, how: string): void {
    const start = statement.length > 80 ? `${statement.slice(0, 80)}…` : statement;
    this.hindrances.push(`"${start}" ${how}`);
  }
}

/** @param pattern in which `NAME` is a table, column or function, quoted or not */
function match(text: string, pattern: RegExp): (string | undefined)[] {
  const source = pattern.source.replaceAll('NAME', String.raw`(?:"?public"?\.)?"?(\w+)"?`);
  return new RegExp(source, 'is').exec(text) ?? [];
}

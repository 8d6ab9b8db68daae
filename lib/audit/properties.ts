/**
 * A closed list of words of the vocabulary. Words are only added, never renamed or removed, because records that contain
 * them are hashed and kept for years.
 * @property name of the list; see `VOCABULARY`
 */
export type Words<Word extends string = string> = { readonly name: string; readonly words: readonly Word[] };

/** `'svg' | 'png'` of a list of the two. */
export type WordOf<List extends Words> = List['words'][number];

export function words<const Word extends string>(name: string, list: readonly Word[]): Words<Word> {
  return { name, words: list };
}

/** One property of a fact: what it may be, and the lists that its words are from. */
export type Property<Value = unknown> = {
  readonly is: (value: unknown) => value is Value;
  readonly lists: readonly Words[];
  readonly isOptional?: true;
};

export type Properties = Readonly<Record<string, Property>>;

type OptionalOf<All extends Properties> = {
  [Name in keyof All]: All[Name] extends { isOptional: true } ? Name : never;
}[keyof All];

type ValueOf<One> = One extends Property<infer Value> ? Value : never;

/** The type of what has the properties. */
export type ValuesOf<All extends Properties> = {
  [Name in Exclude<keyof All, OptionalOf<All>>]: ValueOf<All[Name]>;
} & { [Name in OptionalOf<All>]?: ValueOf<All[Name]> };

export const text: Property<string> = { is: (value) => typeof value === 'string', lists: [] };

export const count: Property<number> = { is: (value) => typeof value === 'number', lists: [] };

export const flag: Property<boolean> = { is: (value) => typeof value === 'boolean', lists: [] };

export function only<const Value extends boolean>(one: Value): Property<Value> {
  return { is: (value): value is Value => value === one, lists: [] };
}

/** A word of one of the lists. */
export function word<Word extends string>(...lists: readonly Words<Word>[]): Property<Word> {
  return {
    is: (value): value is Word => lists.some((list) => (list.words as readonly unknown[]).includes(value)),
    lists,
  };
}

export function nullable<Value>({ is, lists }: Property<Value>): Property<Value | null> {
  return { is: (value) => value === null || is(value), lists };
}

/** Not in every record. */
export function optional<Value>(property: Property<Value>): Property<Value> & { isOptional: true } {
  return { ...property, isOptional: true };
}

export function listOf<Value>({ is, lists }: Property<Value>): Property<readonly Value[]> {
  return { is: (value): value is readonly Value[] => Array.isArray(value) && value.every(is), lists };
}

export function either<One, Other>(one: Property<One>, other: Property<Other>): Property<One | Other> {
  return {
    is: (value): value is One | Other => one.is(value) || other.is(value),
    lists: [...one.lists, ...other.lists],
  };
}

/** An object with these properties and no others. */
export function group<const All extends Properties>(all: All): Property<ValuesOf<All>> {
  return {
    is: (value): value is ValuesOf<All> =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((name) => Object.hasOwn(all, name)) &&
      Object.entries(all).every(([name, property]) =>
        fits(property, (value as Readonly<Record<string, unknown>>)[name]),
      ),
    lists: Object.values(all).flatMap(({ lists }) => lists),
  };
}

function fits({ is, isOptional }: Property, value: unknown): boolean {
  return is(value) || (isOptional === true && value === undefined);
}

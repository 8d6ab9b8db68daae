import { z } from 'zod';

/** What is said of a setting: the README, `.env.example` and the page "Settings" are made of it. */
type Facts<Value> = {
  /** Markdown. */
  meaning: string;
  /** How administrators see the value. Left out, they see only that it is set. */
  shown?: (value: Value) => string;
  /** A value for `.env.example`; left out, the default if there is one. */
  example?: string;
  /** The vendor's name for it. */
  source?: string;
};

/** @property unset what holds when it is not set, in Markdown @property range of a whole number; empty for others */
export type SettingFacts = Omit<Facts<never>, 'example'> & { unset: string; range: string; example: string | null };

const FACTS = z.registry<SettingFacts>();

/**
 * Declares a setting.
 * @param schema of what is given for it: never empty, because empty counts as not set
 * @param facts with its value when it is not set, or with what then holds (`unset`, in Markdown)
 */
export function setting<Schema extends z.ZodType>(
  schema: Schema,
  facts: Facts<z.output<Schema>> & { default: NoInfer<z.output<Schema>> },
): z.ZodDefault<Schema>;
export function setting<Schema extends z.ZodType>(
  schema: Schema,
  facts: Facts<z.output<Schema>> & { unset: string },
): z.ZodOptional<Schema>;
export function setting(
  schema: z.ZodType,
  { unset, default: byDefault, ...facts }: Facts<never> & { default?: unknown; unset?: string },
): z.ZodDefault | z.ZodOptional {
  const range = schema.meta()?.['range'];
  const description = { ...facts, range: typeof range === 'string' ? range : '' };
  if (unset !== undefined)
    return schema.optional().register(FACTS, { ...description, unset, example: facts.example ?? null });
  const value = String(byDefault);
  return schema
    .default(byDefault)
    .register(FACTS, { ...description, unset: `\`${value}\``, example: facts.example ?? value });
}

/** @throws TypeError for a schema that `setting` has not made */
export function factsOf(schema: z.ZodType): SettingFacts {
  const facts = FACTS.get(schema);
  if (facts === undefined) throw new TypeError('a setting is declared without its facts');
  return facts;
}

/**
 * Settings that people read together.
 * @property gateway without which they are of no use
 * @property note above them in `.env.example`
 */
export type Section<Shape extends z.core.$ZodLooseShape = Record<string, z.ZodType>> = {
  title: string;
  gateway?: string;
  note?: string;
  settings: Shape;
};

/** The values of a section's settings. */
export type ValuesOf<One extends Section> = z.output<z.ZodObject<One['settings']>>;

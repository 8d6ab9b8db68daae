import type { Message, PlaceholdersOf, PlainMessage } from '../../shared/language/t';

/**
 * What a member of a mail's content holds.
 * @property codes all that a code may be
 * @property words what is shown for a code
 * @property holds for the compiler alone
 */
export type Field<Value> = {
  shape: 'text' | 'time' | 'link' | 'flag' | 'code';
  codes?: readonly string[];
  words?: Readonly<Record<string, PlainMessage>>;
  holds?: Value;
};

type Fields = Readonly<Record<string, Field<unknown>>>;

/** The members of a mail's content: with its kind, all that a use case gives. */
export type HeldIn<Held extends Fields> = {
  [Name in keyof Held]: Held[Name] extends Field<infer Value> ? Value : never;
};

export const text: Field<string> = { shape: 'text' };
export const time: Field<Date> = { shape: 'time' };
export const flag: Field<boolean> = { shape: 'flag' };
/** An address of this site, which is often a secret way to it. */
export const link: Field<string> = { shape: 'link' };

/** A code that is shown in words. */
export function inWords<Code extends string>(words: Readonly<Record<Code, PlainMessage>>): Field<Code> {
  return { shape: 'code', codes: Object.keys(words), words };
}

/** A code by which the texts of the mail are chosen. */
export function codeOf<const Code extends string>(...codes: readonly Code[]): Field<Code> {
  return { shape: 'code', codes };
}

export function orNull<Value>(field: Field<Value>): Field<Value | null> {
  return field;
}

/** A message whose placeholders are members of the content. */
type Sentence<Name> =
  | PlainMessage
  | {
      [Text in Exclude<Message, PlainMessage>]: PlaceholdersOf<Text> extends Name ? Text : never;
    }[Exclude<Message, PlainMessage>];

type Chosen<Content, Text> = Text | ((content: Content) => Text);

type NamesOf<Held extends Fields, Value> = {
  [Name in keyof Held]: Held[Name] extends Field<Value> ? Name & string : never;
}[keyof Held];

type Action<Held extends Fields> = { label: PlainMessage; to: NamesOf<Held, string> };

/** A mail, once for all languages: its texts are messages of the catalogues, in the area `mail`. */
type Mail<Held extends Fields, Text, Label> = {
  /** What the list of dead letters calls it. */
  title: PlainMessage;
  holds: Held;
  /** When it is of no use any more: it is not sent after that. */
  until?: NamesOf<NoInfer<Held>, Date>;
  subject: Chosen<HeldIn<NoInfer<Held>>, Text>;
  paragraphs: readonly Chosen<HeldIn<NoInfer<Held>>, Text>[];
  /** A member that is null is left out, or `empty` stands for it. */
  facts: readonly (readonly [
    label: Chosen<HeldIn<NoInfer<Held>>, Label>,
    name: keyof NoInfer<Held> & string,
    empty?: PlainMessage,
  ])[];
  /** The call to action. */
  action?: Action<NoInfer<Held>>;
  /** Another way, which stands below the action and is not taken for it. */
  otherAction?: Action<NoInfer<Held>>;
  closing?: readonly Chosen<HeldIn<NoInfer<Held>>, Text>[];
};

/** How a mail speaks: a language, and the zone of its times. */
export type Voice = {
  say: (message: string, values?: Readonly<Record<string, string>>) => string;
  time: (at: Date) => string;
};

/** A mail's content before it becomes text or HTML. All parts are plain text. */
export type MailBody = {
  subject: string;
  paragraphs: readonly string[];
  facts: readonly Fact[];
  action: MailAction | null;
  otherAction: MailAction | null;
  closing: readonly string[];
};

export type MailAction = { label: string; url: string };

export type Fact = readonly [label: string, value: string];

export type DefinedMail<Held extends Fields> = {
  title: PlainMessage;
  holds: Held;
  endsAt: (content: HeldIn<Held>) => Date | null;
  write: (content: HeldIn<Held>, voice: Voice) => MailBody;
};

export function defineMail<Held extends Fields>(
  mail: Mail<Held, Sentence<keyof NoInfer<Held>>, PlainMessage>,
): DefinedMail<Held> {
  return defined(mail);
}

/** A mail that is in English whoever reads it: its texts are in no catalogue. */
export function defineEnglishMail<Held extends Fields>(mail: Mail<Held, string, string>): DefinedMail<Held> {
  return defined(mail);
}

function defined<Held extends Fields>(mail: Mail<Held, string, string>): DefinedMail<Held> {
  const { title, holds, until } = mail;
  return {
    title,
    holds,
    endsAt: (content) => (until === undefined ? null : (content[until] as Date)),
    write: (content, voice) => writeBody(mail, content, voice),
  };
}

function writeBody<Held extends Fields>(
  { holds, subject, paragraphs, facts, action, otherAction, closing = [] }: Mail<Held, string, string>,
  content: HeldIn<Held>,
  { say, time: formatTime }: Voice,
): MailBody {
  const show = (name: string): string | null => {
    // What an earlier version has queued may lack a member.
    const value = content[name] as string | boolean | Date | null | undefined;
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return formatTime(value);
    const words = holds[name]?.words?.[String(value)];
    return words === undefined ? String(value) : say(words);
  };
  const values = Object.fromEntries(Object.keys(holds).map((name) => [name, show(name) ?? '']));
  const textFor = (one: Chosen<HeldIn<Held>, string>): string => (typeof one === 'function' ? one(content) : one);
  const tell = (one: Chosen<HeldIn<Held>, string>): string => say(textFor(one), values);
  const lead = (one: Action<Held> | undefined): MailAction | null =>
    one === undefined ? null : { label: say(one.label), url: String(content[one.to]) };
  return {
    subject: tell(subject),
    paragraphs: paragraphs.map(tell),
    facts: facts.flatMap(([label, name, empty]) => {
      const value = show(name) ?? (empty === undefined ? null : say(empty));
      return value === null ? [] : [[say(textFor(label)), value] as const];
    }),
    action: lead(action),
    otherAction: lead(otherAction),
    closing: closing.map(tell),
  };
}

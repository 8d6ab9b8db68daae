/** Stands for a value while a name is taken apart; no name has it. */
const ANY = '\0';

/** The whole of a name with any values in it: `namePattern(names.signIn.continueWith)` is `/^Continue with .+$/`. */
export function namePattern(name: (...values: string[]) => string): RegExp {
  const parts = name(...Array.from({ length: name.length }, () => ANY)).split(ANY);
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('.+')}$`);
}

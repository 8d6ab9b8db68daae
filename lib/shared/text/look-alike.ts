/**
 * Letters of Cyrillic, Greek and Armenian, and digits, with the Latin letters that they look like. Source: UTS 39,
 * confusables.txt; what it draws as a small capital, such as the Cyrillic "н", stands with that capital.
 */
const LIKE = [
  ['АВЕЅІЈКМНОРСТУХԚԜѴҮЬ', 'ABESIJKMHOPCTYXQWVYb'],
  ['авеѕіјкмнорстухԛԝѵүһԁӏьг', 'abesijkmhopctyxqwvyhdlbr'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ABEZHIKMNOPTYXC'],
  ['αγικνορστυχηωϲϳ', 'ayikvopotuxnwcj'],
  ['օոսհցզյլ', 'onuhgqjl'],
  ['01ıɡɑ', 'oliga'],
] as const;

const LATIN = new Map(
  LIKE.flatMap(([letters, latin]) => Array.from(letters, (letter, at) => [letter, latin[at] ?? ''])),
);

/** Applied after everything is Latin and in lower case: letters that differ by a hair. */
const BY_A_HAIR = { i: 'l', m: 'rn', w: 'vv' } as const;

/**
 * The skeleton (UTS 39 §4) that look-alike texts share: for comparing, never for display. It ignores case, because a
 * capital I looks like an l, and is for warnings only, because it also equates different texts.
 */
export function skeletonOf(text: string): string {
  const visible = text.normalize('NFKD').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(visible, (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replaceAll(/[imw]/g, (letter) => BY_A_HAIR[letter as keyof typeof BY_A_HAIR])
    .normalize('NFD');
}

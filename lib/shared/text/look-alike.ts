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

/** After everything is Latin and in lower case: letters that are told apart by a hair. */
const BY_A_HAIR = { i: 'l', m: 'rn', w: 'vv' } as const;

/**
 * What texts that look alike have in common (a skeleton, UTS 39 §4): for comparing, never for showing. It takes case for
 * no difference, because a capital I looks like an l, and is for warnings alone, because it also equates what differs.
 */
export function skeletonOf(text: string): string {
  const seen = text.normalize('NFKD').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(seen, (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replaceAll(/[imw]/g, (letter) => BY_A_HAIR[letter as keyof typeof BY_A_HAIR])
    .normalize('NFD');
}

import { t } from '@/lib/shared/language/t';

const GROUP_LENGTH = 4;

/** Spells a code for screen readers: one character at a time, capitals named, a pause after each group. */
export function spellOut(code: string): string {
  const groups = code.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'gsu')) ?? [];
  return groups.map((group) => Array.from(group, spellCharacter).join(' ')).join(', ');
}

function spellCharacter(character: string): string {
  return character === character.toLowerCase() ? character : t('capital {letter}', { letter: character });
}

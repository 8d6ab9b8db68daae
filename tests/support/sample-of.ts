import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository';

/** The first code block of a language in a documentation page, so that what is shown is what is run. */
export function sampleOf(page: string, language: string): string {
  const text = readFileSync(join(repository, page), 'utf8');
  const [, sample] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text) ?? [];
  if (sample === undefined) throw new Error(`${page} has no sample in ${language}`);
  return sample;
}

import { pino } from 'pino';
import { expect, it } from 'vitest';
import { SITE } from '@/lib/config/sections/site-settings';
import { factsOf } from '@/lib/config/environment/setting';

it('the setting of the log’s level says which number each level has in the log', () => {
  const { meaning } = factsOf(SITE.settings.TESSERA_LOG_LEVEL);
  const { trace: _more, ...levels } = pino.levels.values;
  for (const [level, number] of Object.entries(levels)) expect(meaning).toContain(`${number} \`${level}\``);
});

import { SETTING_SECTIONS, type Environment } from './environment-schema';
import { factsOf } from './setting';

/**
 * A variable as administrators see it.
 * @property value null for one that is set and whose value is not shown
 * @property isSet whether it was given; otherwise the value is the default in words
 * @property isDefault whether the site runs as it would without it
 */
export type SettingInView = { name: string; meaning: string; isSet: boolean; isDefault: boolean; value: string | null };

export type SettingsInView = readonly { title: string; settings: readonly SettingInView[] }[];

/**
 * Every variable without secrets; those of gateways that are not in use are left out.
 * @param variables as they were given
 */
export function settingsInView(
  environment: Environment,
  variables: Readonly<Record<string, string | undefined>>,
): SettingsInView {
  const sections = SETTING_SECTIONS.filter(({ gateway }) => gateway === undefined || gateway === environment.GATEWAY);
  const values: Record<string, unknown> = environment;
  return sections.map(({ title, settings }) => ({
    title: plain(title),
    settings: Object.entries(settings).map(([name, schema]) => {
      const { meaning, unset, shown } = factsOf(schema);
      // A variable set to nothing counts as not set.
      const isSet = (variables[name] ?? '') !== '';
      const value = isSet ? (shown?.(values[name] as never) ?? null) : plain(unset);
      return { name, meaning: meaningInWords(meaning), isSet, isDefault: !isSet || value === plain(unset), value };
    }),
  }));
}

/** What a setting means, as plain text. What begins with a value keeps it as it has to be written. */
export function meaningInWords(meaning: string): string {
  const text = plain(meaning);
  return meaning.startsWith('`') ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Markdown as plain text. */
function plain(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}

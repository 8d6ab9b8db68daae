import { CheckField } from '@/components/ui/fields/check-field';
import { SERVICE_SCOPES, type ServiceScope } from '@/lib/helpdesk/service-accounts/service-scope';
import { scopeHint, SCOPE_WORDS } from './scope-words';
import { t } from '@/lib/shared/language/t';

const NONE: readonly ServiceScope[] = [];

/**
 * Everything that a machine may be given, each with a box.
 * @param given ticked from the start
 * @param isTitled whether a heading of the page says already what the boxes are
 */
export function ScopeFields({
  given = NONE,
  isTitled = false,
}: {
  given?: readonly ServiceScope[];
  isTitled?: boolean;
}) {
  return (
    <fieldset className="grid gap-4">
      <legend className={isTitled ? 'sr-only' : 'mb-3 font-semibold'}>{t('What it may do')}</legend>
      {SERVICE_SCOPES.map((scope) => (
        <CheckField
          key={scope}
          name={`scope-${scope}`}
          value="on"
          label={t(SCOPE_WORDS[scope])}
          hint={scopeHint(scope)}
          defaultChecked={given.includes(scope)}
        />
      ))}
    </fieldset>
  );
}

import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';

export function LoadNewVersionButton() {
  return (
    <Button variant="primary" onClick={() => location.reload()}>
      {t(phoneAppNames.loadNewVersion)}
    </Button>
  );
}

import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { t } from '@/lib/language/t';

export function LoadNewVersionButton() {
  return (
    <Button variant="primary" onClick={() => location.reload()}>
      {t(phoneAppNames.loadNewVersion)}
    </Button>
  );
}

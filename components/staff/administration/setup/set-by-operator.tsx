import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/** In the place of a form whose value the environment has. */
export function SetByOperator({ setting, value }: { setting: string; value: string }) {
  return (
    <Notice tone="info" title={t('Fixed by the site’s settings')}>
      <p className="font-semibold">{value}</p>
      <p>
        <RichText
          message="The setting {setting} of this installation says so, and only whoever runs the site can change it."
          values={{ setting: <code className="font-mono text-sm">{setting}</code> }}
        />
      </p>
    </Notice>
  );
}

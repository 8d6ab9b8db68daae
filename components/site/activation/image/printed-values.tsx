import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { typedValues } from './typed-values';
import { t } from '@/lib/shared/language/t';

/** The values on paper, where nothing can be opened. */
export function PrintedValues({
  credentials,
  user,
}: {
  credentials: OnlineCredentials;
  user: { userId: string; domain: string };
}) {
  const { ownApp } = credentials;
  return (
    <div className="hidden print:block">
      <DescriptionList
        items={[
          ...typedValues(credentials, user).map(({ label, value }) => ({
            term: label,
            description: <Exact>{value}</Exact>,
          })),
          ...(ownApp ? [{ term: t('Check letter'), description: <Exact>{ownApp.checkLetter}</Exact> }] : []),
        ]}
      />
    </div>
  );
}

function Exact({ children }: { children: string }) {
  return <span className="font-mono tracking-[0.15em]">{children}</span>;
}

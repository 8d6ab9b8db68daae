import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { TestLoginForm, type TestLoginAction } from '@/components/site/devices/test-login-form';
import { RichText } from '@/components/site/language/rich-text';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';

/**
 * When the linked device starts to work: now, or at `at`; unread until the server has asked the gateway, which it does
 * once the page is loaded anew.
 */
export type DeviceStart = 'unread' | 'now' | { at: string };

/** Has the person prove that the linked device works, which the gateway does not tell. One that works later says from when. */
export function ConfirmDevice({
  instanceId,
  start,
  action,
}: {
  instanceId: string;
  start: DeviceStart;
  action: TestLoginAction;
}) {
  const router = useRouter();
  useEffect(() => {
    if (start === 'unread') router.refresh();
  }, [start, router]);
  if (start === 'unread') return null;
  return (
    <Card>
      {start === 'now' ? (
        <TestLoginForm instanceId={instanceId} action={action} />
      ) : (
        <p>
          <RichText
            message="The device works from {time}, so there is nothing to test yet. You can close this page."
            values={{ time: <Time at={start.at} form="upcoming" /> }}
          />
        </p>
      )}
    </Card>
  );
}

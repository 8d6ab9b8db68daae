import type { Metadata } from 'next';
import { CodePage } from '../../invitation/code/code-page';
import { openNoticeAction } from '../../invitation/code/actions';

export const metadata: Metadata = { title: 'It wasn’t me' };

/** For people whose emails contain no links. */
export default function NotMeCodePage() {
  return (
    <CodePage
      title="It wasn’t me"
      lead="Enter the code from the email about your new device."
      label="Code"
      action={openNoticeAction}
    />
  );
}

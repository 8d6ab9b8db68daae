'use client';

import { useId, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';

/** The way without a camera. @param userId what was typed before */
export function SendForm({ userId, onSend }: { userId: string; onSend: (userId: string) => void }) {
  const heading = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('userId');
    if (typeof typed === 'string') onSend(typed);
  }

  return (
    <section aria-labelledby={heading} className="mt-10 max-w-prose">
      <Card>
        <h2 id={heading} className="text-lg font-semibold">
          No camera at hand?
        </h2>
        <p className="mt-1 text-ink-soft">
          Send the sign-in to a phone with notifications on, and open the authenticator app there.
        </p>
        <form onSubmit={submit} method="post" className="mt-4 grid gap-4">
          <TextField
            label="User ID"
            name="userId"
            defaultValue={userId}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={255}
          />
          <div>
            <Button type="submit">Send to my phone</Button>
          </div>
        </form>
      </Card>
    </section>
  );
}

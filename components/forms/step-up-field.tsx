import { TextField } from '@/components/ui/text-field';

/** The password, where a sensitive action asks for it again. */
export function StepUpField() {
  return (
    <TextField
      label="Password"
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={128}
      hint="You signed in a while ago, so please confirm that it is you."
    />
  );
}

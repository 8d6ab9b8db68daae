-- Since when the account is disabled, and being removed; null while it is neither.
ALTER TABLE "user_account" ADD COLUMN "disabled_at" TIMESTAMPTZ(3), ADD COLUMN "removal_requested_at" TIMESTAMPTZ(3);

-- Whoever is being removed is disabled.
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_removed_is_disabled"
  CHECK ("removal_requested_at" IS NULL OR "disabled_at" IS NOT NULL);

-- What disabled users still have under way is looked for every few seconds.
CREATE INDEX "user_account_disabled" ON "user_account" ("domain", "user_id") WHERE "disabled_at" IS NOT NULL;

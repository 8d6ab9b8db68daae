-- When a user's mail addresses last changed: what is mailed to them proves little for a while.
ALTER TABLE "user_account" ADD COLUMN "addresses_changed_at" TIMESTAMPTZ(3);

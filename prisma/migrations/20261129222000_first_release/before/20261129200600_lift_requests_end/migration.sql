-- A request to lift a freeze expires when its mail says. Those that wait were made before it was stored, so they get the
-- time that the settings give unless somebody has changed them.
ALTER TABLE "account_freeze" ADD COLUMN "ends_at" TIMESTAMPTZ(3);

UPDATE "account_freeze" SET "ends_at" = "requested_at" + interval '1 hour' WHERE "state" = 'lift-requested';

ALTER TABLE "account_freeze" ADD CONSTRAINT "account_freeze_request_ends"
  CHECK (("state" = 'lift-requested') = ("ends_at" IS NOT NULL));

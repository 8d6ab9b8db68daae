-- When the gateway is known to have locked the device; the round locks what it is not known of, old holds included.
ALTER TABLE "device_hold" ADD COLUMN "locked_at" TIMESTAMPTZ(3);
CREATE INDEX "device_hold_due" ON "device_hold" ("held_at") WHERE "locked_at" IS NULL;

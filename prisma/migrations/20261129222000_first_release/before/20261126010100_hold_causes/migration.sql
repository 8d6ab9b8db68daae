-- A device is held once for each cause.
ALTER TABLE "device_hold" ADD COLUMN "cause" TEXT;

-- What a hold was made for is known of a report and of a replacement that can still be undone. Where the helpdesk has ever
-- locked the device, and where nothing is known, it counts as the helpdesk's, which nobody lifts with a password.
UPDATE "device_hold" SET "cause" = CASE
  WHEN EXISTS (
    SELECT 1 FROM "device_notice" WHERE "device_notice"."instance_id" = "device_hold"."instance_id" AND "device_notice"."state" = 'disowned'
  ) THEN 'reported'
  WHEN EXISTS (
    SELECT 1 FROM "device_replacement" WHERE "old_instance_id" = "device_hold"."instance_id" AND "device_replacement"."state" = 'retired'
  ) AND NOT EXISTS (
    SELECT 1 FROM "audit_record"
    WHERE "fact"->>'type' = 'device-locked-by-helpdesk' AND "fact"->>'instanceId' = "device_hold"."instance_id"
  ) THEN 'replaced'
  ELSE 'helpdesk'
END;

ALTER TABLE "device_hold"
  ALTER COLUMN "cause" SET NOT NULL,
  DROP CONSTRAINT "device_hold_pkey",
  ADD CONSTRAINT "device_hold_pkey" PRIMARY KEY ("instance_id", "cause"),
  ADD CONSTRAINT "device_hold_cause" CHECK ("cause" IN ('helpdesk', 'person', 'replaced', 'reported'));

-- What is locked and not held was locked by its person.
INSERT INTO "device_hold" ("instance_id", "cause", "held_at")
SELECT "serial_number" || '-' || "sequence_number", 'person', now() FROM "gateway_instance"
WHERE "state" = 'locked' AND NOT EXISTS (
  SELECT 1 FROM "device_hold" WHERE "instance_id" = "serial_number" || '-' || "sequence_number"
);

-- A device of the embedded gateway stays locked while it is held, whoever writes. The trigger holds the row's lock, and its
-- query sees what was committed until now: a hold that it does not see is followed by a lock that waits for this row.
CREATE FUNCTION "keep_held_instance_locked"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "device_hold" WHERE "instance_id" = OLD."serial_number" || '-' || OLD."sequence_number"
  ) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "gateway_instance_held" BEFORE UPDATE ON "gateway_instance"
  FOR EACH ROW WHEN (OLD."state" = 'locked' AND NEW."state" = 'active')
  EXECUTE FUNCTION "keep_held_instance_locked"();

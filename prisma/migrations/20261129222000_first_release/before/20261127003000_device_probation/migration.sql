-- From when a new device may vouch for its person. Devices from before are trusted, and nobody is told so.
ALTER TABLE "device_notice" ADD COLUMN "trusted_from" TIMESTAMPTZ(3);
ALTER TABLE "device_notice" ADD COLUMN "is_trust_told" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "device_notice_trust_due" ON "device_notice" ("trusted_from") WHERE NOT "is_trust_told";
CREATE INDEX "device_notice_instance_id_idx" ON "device_notice" ("instance_id");

-- AlterTable
ALTER TABLE "audit_record" ADD COLUMN     "key_id" TEXT;

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sequence_number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "key_id" TEXT,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_tally" (
    "key" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "times" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_tally_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" TEXT NOT NULL,
    "check_value" TEXT NOT NULL,
    "sealed_chain_key" TEXT NOT NULL,
    "known_since" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_tally_window_ends_at_idx" ON "audit_tally"("window_ends_at");

-- What Prisma's schema cannot say.

-- Records from before stay as they are; every new one has a key.
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_has_a_key" CHECK ("key_id" IS NOT NULL) NOT VALID;

-- One row, which goes forward only.
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_is_one" CHECK ("id" = 1);
INSERT INTO "audit_head" ("sequence_number", "hash")
  SELECT coalesce(max("sequence_number"), 0),
    coalesce((SELECT "hash" FROM "audit_record" ORDER BY "sequence_number" DESC LIMIT 1), repeat('0', 64))
  FROM "audit_record";
CREATE TRIGGER "audit_head_goes_forward" BEFORE UPDATE ON "audit_head"
  FOR EACH ROW WHEN (NEW."sequence_number" <= OLD."sequence_number") EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_head_stays" BEFORE DELETE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_head_no_truncate" BEFORE TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

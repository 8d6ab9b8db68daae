-- AlterTable
ALTER TABLE "activation" ADD COLUMN     "shown_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "activation_requested_at_id_idx" ON "activation"("requested_at", "id");

-- CreateIndex
CREATE INDEX "audit_record_at_sequence_number_idx" ON "audit_record"("at", "sequence_number");

-- CreateIndex
CREATE INDEX "audit_record_subject_user_id_at_sequence_number_idx" ON "audit_record"("subject_user_id", "at", "sequence_number");

-- What Prisma's schema cannot say.

-- The audit log by type and by actor.
CREATE INDEX "audit_record_type" ON "audit_record"(("fact" ->> 'type'), "at", "sequence_number");
CREATE INDEX "audit_record_actor" ON "audit_record"(("actor" ->> 'userId'), "at", "sequence_number");

-- First looks at an image from before they were kept with the activation.
UPDATE "activation" SET "shown_at" = "first"."at"
  FROM (SELECT "fact" ->> 'activationId' AS "id", min("at") AS "at" FROM "audit_record"
    WHERE "fact" ->> 'type' = 'image-viewed' GROUP BY 1) AS "first"
  WHERE "first"."id" = "activation"."id";

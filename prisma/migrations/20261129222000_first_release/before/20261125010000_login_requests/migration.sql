-- AlterTable
ALTER TABLE "gateway_instance" ADD COLUMN "notification_hash" TEXT;

-- AlterTable
ALTER TABLE "gateway_challenge" ADD COLUMN "addressee_user_id" TEXT,
ADD COLUMN "addressee_domain" TEXT,
ADD COLUMN "sealed_key" TEXT;

-- CreateIndex
CREATE INDEX "gateway_instance_notification_hash_idx" ON "gateway_instance"("notification_hash");

-- CreateIndex
CREATE INDEX "gateway_challenge_addressee_user_id_addressee_domain_idx" ON "gateway_challenge"("addressee_user_id", "addressee_domain");

-- What Prisma's schema cannot say.

-- The challenge key is kept for what was sent to somebody, and erased once a phone has read it.
ALTER TABLE "gateway_challenge" ADD CONSTRAINT "gateway_challenge_key_only_while_sent"
  CHECK (("sealed_key" IS NOT NULL) = ("state" = 'waiting' AND "addressee_user_id" IS NOT NULL AND "addressee_domain" IS NOT NULL));

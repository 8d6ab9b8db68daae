-- AlterTable
ALTER TABLE "gateway_challenge" DROP COLUMN "numbers";

-- CreateIndex
CREATE INDEX "gateway_challenge_user_id_domain_idx" ON "gateway_challenge"("user_id", "domain");

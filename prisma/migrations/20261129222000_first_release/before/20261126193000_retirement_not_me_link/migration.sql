-- The mail about a retired device has an "It wasn't me" link of its own.
ALTER TABLE "device_replacement" ADD COLUMN "not_me_token_hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "device_replacement_not_me_token_hash_key" ON "device_replacement"("not_me_token_hash");
